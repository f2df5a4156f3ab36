import { sql, type Kysely } from 'kysely'

/** Six days: after them most agreements either forbid a seventh or pay it as one. The office sets its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table booking_rule add column week_days smallint not null default 6 check (week_days between 1 and 7)`.execute(
    db,
  )
}
