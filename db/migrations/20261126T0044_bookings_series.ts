import { sql, type Kysely } from 'kysely'

/** Days off that come back every week are entered once; each stays a day of its own, and the rest can be taken back at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table availability add column series_id uuid`.execute(db)
  await sql`create index availability_series on availability (series_id, on_date) where series_id is not null`.execute(
    db,
  )
}
