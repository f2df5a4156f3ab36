import { sql, type Kysely } from 'kysely'

/** Which booking holds a candidate; the schedule and the call sheets know them from there on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table casting_candidate add column booking_id uuid references booking on delete set null`.execute(db)
  await sql`create index casting_candidate_booking on casting_candidate (booking_id) where booking_id is not null`.execute(
    db,
  )
}
