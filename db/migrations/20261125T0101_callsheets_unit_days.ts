import { sql, type Kysely } from 'kysely'

/** With which unit somebody works on one day, where that differs from their usual one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table call_sheet_unit_day (
      production_id uuid not null references production on delete cascade,
      engagement_id uuid not null references engagement on delete cascade,
      on_date date not null,
      unit text not null check (unit <> ''),
      primary key (engagement_id, on_date)
    )`.execute(db)
  await sql`create index call_sheet_unit_day_production on call_sheet_unit_day (production_id, on_date)`.execute(db)
}
