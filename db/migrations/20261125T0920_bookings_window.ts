import { sql, type Kysely } from 'kysely'

/** The timeline asks first who works in a window of days: this index answers it alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index booking_day_window on booking_day (on_date, person_id, booking_id)
    where person_id is not null and state in ('planning', 'hold', 'confirmed')`.execute(db)
}
