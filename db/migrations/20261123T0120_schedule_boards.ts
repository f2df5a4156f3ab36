import { sql, type Kysely } from 'kysely'

/**
 * Boards as scenarios of one plan, their days and strips; flags and events beside them; what was published, which never
 * changes; and the tables of minors' hours by jurisdiction.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table board (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      name text not null,
      state text not null default 'draft' check (state in ('draft', 'published', 'active')),
      runs_alongside boolean not null default false,
      minutes_per_eighth smallint not null default 10 check (minutes_per_eighth between 1 and 240),
      prep_minutes smallint not null default 60 check (prep_minutes between 0 and 600),
      wrap_minutes smallint not null default 30 check (wrap_minutes between 0 and 600),
      default_target_eighths smallint check (default_target_eighths > 0),
      look jsonb not null,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index board_production on board (production_id)`.execute(db)
  await sql`create unique index board_active on board (production_id)
    where state = 'active' and not runs_alongside and archived_at is null`.execute(db)
  await sql`
    create table shoot_day (
      id uuid primary key,
      board_id uuid not null references board on delete cascade,
      on_date date not null,
      type text not null check (type in
        ('shoot', 'prep', 'travel', 'rehearsal', 'weather', 'off', 'holiday', 'hiatus', 'wrap')),
      unit text not null,
      call_time smallint,
      target_eighths smallint check (target_eighths > 0),
      note text not null default '',
      archived_at timestamptz
    )`.execute(db)
  await sql`create index shoot_day_board on shoot_day (board_id, on_date)`.execute(db)
  await sql`create index shoot_day_date on shoot_day (on_date) where archived_at is null`.execute(db)
  await sql`
    create table strip (
      id uuid primary key,
      board_id uuid not null references board on delete cascade,
      day_id uuid references shoot_day on delete restrict,
      position integer not null,
      kind text not null,
      scene_id uuid,
      part smallint,
      parts smallint,
      eighths smallint check (eighths > 0),
      title text not null default '',
      minutes_override smallint check (minutes_override >= 0),
      start_override smallint,
      location_id uuid,
      cheats_light boolean not null default false,
      check ((kind = 'scene') = (scene_id is not null)),
      check ((part is null) = (parts is null))
    )`.execute(db)
  await sql`create index strip_board on strip (board_id, day_id, position)`.execute(db)
  await sql`create index strip_day on strip (day_id)`.execute(db)
  await sql`create index strip_scene on strip (scene_id)`.execute(db)
  await sql`create index strip_location on strip (location_id)`.execute(db)
  await sql`
    create table flag (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      on_date date not null,
      element_id uuid,
      reason text not null,
      source text not null default '',
      is_hard boolean not null default false,
      expires_on date,
      archived_at timestamptz
    )`.execute(db)
  await sql`create index flag_production on flag (production_id, on_date)`.execute(db)
  await sql`create index flag_element on flag (element_id)`.execute(db)
  await sql`
    create table element_event (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      element_id uuid,
      person_id uuid,
      on_date date not null,
      from_minute smallint,
      until_minute smallint,
      kind text not null check (kind in ('travel', 'rehearsal', 'fitting', 'other')),
      note text not null default '',
      archived_at timestamptz,
      check ((element_id is null) <> (person_id is null))
    )`.execute(db)
  await sql`create index element_event_production on element_event (production_id, on_date)`.execute(db)
  await sql`create index element_event_element on element_event (element_id)`.execute(db)
  await sql`create index element_event_person on element_event (person_id)`.execute(db)
  await sql`
    create table schedule_issue (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      board_id uuid not null references board on delete restrict,
      board_name text not null,
      number integer not null check (number > 0),
      colour jsonb not null,
      snapshot text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      issued_at timestamptz not null,
      issued_by text not null,
      unique (production_id, number)
    )`.execute(db)
  await sql`create index schedule_issue_board on schedule_issue (board_id)`.execute(db)
  await sql`
    create function schedule_issue_stays() returns trigger language plpgsql as
    $$ begin raise exception 'what was published never changes'; end $$`.execute(db)
  await sql`create trigger schedule_issue_stays before update or delete on schedule_issue
    for each row execute function schedule_issue_stays()`.execute(db)
  await sql`
    create table minor_hours (
      jurisdiction text not null,
      from_age_months smallint not null,
      until_age_months smallint not null,
      on_school_day boolean not null,
      work_minutes smallint not null,
      on_set_minutes smallint not null,
      school_minutes smallint not null,
      rest_minutes smallint not null,
      earliest smallint not null,
      latest smallint not null,
      latest_before_free_day smallint not null,
      source text not null,
      dated date not null,
      primary key (jurisdiction, from_age_months, on_school_day),
      check (from_age_months < until_age_months)
    )`.execute(db)
  for (const row of CALIFORNIA)
    await sql`insert into minor_hours values
    ('California', ${row[0]}, ${row[1]}, ${row[2]}, ${row[3]}, ${row[4]}, ${row[5]}, ${row[6]}, 300, 1320, 1470,
      'California Labor Code 1308.7 and DLSE tables', '2026-11-01')`.execute(db)
}

/** Months from, months until, school day; then minutes of work, on set, of school, of rest. */
const CALIFORNIA: readonly (readonly [number, number, boolean, number, number, number, number])[] = [
  [0, 6, true, 20, 120, 0, 0],
  [0, 6, false, 20, 120, 0, 0],
  [6, 24, true, 120, 240, 0, 0],
  [6, 24, false, 120, 240, 0, 0],
  [24, 72, true, 180, 360, 0, 0],
  [24, 72, false, 180, 360, 0, 0],
  [72, 108, true, 240, 480, 180, 60],
  [72, 108, false, 360, 480, 0, 60],
  [108, 192, true, 300, 540, 180, 60],
  [108, 192, false, 420, 540, 0, 60],
  [192, 216, true, 360, 600, 180, 60],
  [192, 216, false, 480, 600, 0, 60],
]
