import { sql, type Kysely } from 'kysely'

/** One line a person and day: when they worked, and once approved what it pays, as it was computed then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table timesheet_day (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      engagement_id uuid not null references engagement on delete cascade,
      on_date date not null,
      start_minute smallint not null check (start_minute between -720 and 2880),
      end_minute smallint not null,
      meal_minutes smallint not null default 0 check (meal_minutes between 0 and 240),
      note text not null default '',
      entered_by text not null,
      by_link boolean not null,
      approved_by text,
      approved_at timestamptz,
      pay jsonb,
      version integer not null default 1,
      created_at timestamptz not null,
      unique (engagement_id, on_date),
      check (end_minute - start_minute between 1 and 2160),
      check (meal_minutes < end_minute - start_minute),
      check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (pay is null))
    )`.execute(db)
  await sql`create index timesheet_day_production on timesheet_day (production_id, on_date)`.execute(db)
}
