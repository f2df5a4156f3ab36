import { sql, type Kysely } from 'kysely'

/** When people, places and units cannot work, and which listed days an engagement is booked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table availability (
      id uuid primary key,
      person_id uuid references person on delete cascade,
      location_id uuid references location on delete cascade,
      unit text,
      production_id uuid references production on delete cascade,
      on_date date not null,
      from_minute smallint check (from_minute between 0 and 2880),
      until_minute smallint check (until_minute between 0 and 2880),
      kind text not null check (kind in ('unavailable', 'day_off', 'leave', 'travel', 'tentative')),
      note text not null default '',
      source text not null default '',
      created_at timestamptz not null,
      check (num_nonnulls(person_id, location_id, unit) = 1),
      check (unit is null or production_id is not null),
      check (from_minute is null or until_minute is null or from_minute < until_minute)
    )`.execute(db)
  await sql`create index availability_person on availability (person_id, on_date)`.execute(db)
  await sql`create index availability_location on availability (location_id, on_date)`.execute(db)
  await sql`create index availability_production on availability (production_id, on_date)`.execute(db)
  await sql`create index availability_date on availability (on_date)`.execute(db)
  await sql`
    create table booking_day (
      engagement_id uuid not null references engagement on delete cascade,
      on_date date not null,
      state text not null check (state in ('confirmed', 'hold', 'released')),
      primary key (engagement_id, on_date)
    )`.execute(db)
  await sql`create index booking_day_date on booking_day (on_date, engagement_id)`.execute(db)
}
