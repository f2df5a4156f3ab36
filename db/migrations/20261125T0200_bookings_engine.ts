import { sql, type Kysely } from 'kysely'

/**
 * One engine for everything that is booked. A booking says what for; its rows say which spans of which days, and two
 * confirmed rows of one resource cannot overlap because the three exclusion constraints refuse them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bookable (
      id uuid primary key,
      kind text not null check (kind in ('unit', 'room', 'vehicle', 'kit')),
      name text not null,
      production_id uuid references production on delete cascade,
      created_at timestamptz not null,
      archived_at timestamptz,
      unique nulls not distinct (production_id, kind, name)
    )`.execute(db)
  await sql`
    create table booking_label (
      id uuid primary key,
      meaning text not null check (meaning in ('planning', 'hold', 'confirmed', 'released', 'cancelled')),
      name text not null,
      sort integer not null default 0,
      version integer not null default 1,
      archived_at timestamptz,
      unique (meaning, name)
    )`.execute(db)
  await sql`
    insert into booking_label (id, meaning, name, sort)
    select gen_random_uuid(), meaning, name, sort from (values
      ('planning', 'Pencilled', 10), ('planning', 'Enquiry', 20), ('planning', 'Offer', 30), ('hold', 'On hold', 10),
      ('confirmed', 'Booked', 10), ('confirmed', 'Worked', 20), ('released', 'Released', 10),
      ('released', 'Declined', 20), ('cancelled', 'Cancelled', 10)) as shipped (meaning, name, sort)`.execute(db)
  await sql`
    create table booking (
      id uuid primary key,
      production_id uuid references production on delete cascade,
      engagement_id uuid references engagement on delete cascade,
      department_id uuid references department on delete set null,
      title text not null,
      purpose text not null default '',
      is_main boolean not null default false,
      holder text not null default '',
      source text not null default '',
      hold_means text not null default 'courtesy' check (hold_means in ('courtesy', 'engagement')),
      terms jsonb,
      expires_on date,
      note text not null default '',
      label_id uuid references booking_label on delete set null,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by text not null default '',
      check (production_id is not null or holder <> ''),
      check (not is_main or engagement_id is not null)
    )`.execute(db)
  await sql`create index booking_production on booking (production_id)`.execute(db)
  await sql`create index booking_engagement on booking (engagement_id)`.execute(db)
  await sql`create unique index booking_main on booking (engagement_id) where is_main`.execute(db)
  await sql`create index booking_department on booking (department_id)`.execute(db)
  await sql`create index booking_label_used on booking (label_id)`.execute(db)
  await sql`create index booking_expires on booking (expires_on) where expires_on is not null`.execute(db)

  await sql`alter table booking_day rename to listed_day`.execute(db)
  await sql`alter table listed_day rename constraint booking_day_pkey to listed_day_pkey`.execute(db)
  await sql`drop index booking_day_date`.execute(db)
  await sql`
    create table booking_day (
      id uuid primary key,
      booking_id uuid not null references booking on delete cascade,
      person_id uuid references person on delete cascade,
      location_id uuid references location on delete cascade,
      bookable_id uuid references bookable on delete cascade,
      resource_id uuid generated always as (coalesce(person_id, location_id, bookable_id)) stored,
      on_date date not null,
      from_minute smallint check (from_minute between 0 and 2880),
      until_minute smallint check (until_minute between 0 and 2880),
      zone text not null,
      state text not null check (state in ('planning', 'hold', 'confirmed', 'released', 'cancelled')),
      rank smallint check (rank >= 1),
      asked_at timestamptz not null,
      is_standing boolean not null default false,
      by_hand boolean not null default true,
      shared_reason text,
      shared_by text,
      ended_at timestamptz,
      was text check (was in ('planning', 'hold', 'confirmed')),
      ended_reason text not null default '',
      fee_percent smallint check (fee_percent between 0 and 100),
      hours smallint generated always as (case when from_minute is null and until_minute is null then 0 else 1 end) stored,
      wall tsrange generated always as (tsrange(
        on_date + make_interval(mins => coalesce(from_minute, 0)),
        on_date + make_interval(mins => coalesce(until_minute, 1440)))) stored,
      span tstzrange generated always as (tstzrange(
        least((on_date + make_interval(mins => coalesce(from_minute, 0))) at time zone zone,
              (on_date + make_interval(mins => coalesce(until_minute, 1440))) at time zone zone),
        greatest((on_date + make_interval(mins => coalesce(from_minute, 0))) at time zone zone,
              (on_date + make_interval(mins => coalesce(until_minute, 1440))) at time zone zone))) stored,
      check (num_nonnulls(person_id, location_id, bookable_id) <= 1),
      check (coalesce(from_minute, 0) < coalesce(until_minute, 1440)),
      check (rank is null or state = 'hold'),
      check (is_standing or by_hand),
      check ((shared_reason is null) = (shared_by is null)),
      constraint booking_day_once unique nulls not distinct (booking_id, resource_id, on_date, from_minute),
      constraint booking_day_whole_days exclude using gist (resource_id with =, on_date with =)
        where (state = 'confirmed' and shared_reason is null and from_minute is null and until_minute is null),
      constraint booking_day_hours exclude using gist (resource_id with =, span with &&)
        where (state = 'confirmed' and shared_reason is null and (from_minute is not null or until_minute is not null)),
      constraint booking_day_hours_of_a_day exclude using gist (resource_id with =, hours with <>, wall with &&)
        where (state = 'confirmed' and shared_reason is null)
    )`.execute(db)
  await sql`create index booking_day_resource on booking_day (resource_id, on_date)`.execute(db)
  await sql`create index booking_day_holds on booking_day (resource_id) where state = 'hold'`.execute(db)
  await sql`create index booking_day_date on booking_day (on_date, resource_id)`.execute(db)
  await sql`create index booking_day_person on booking_day (person_id)`.execute(db)
  await sql`create index booking_day_location on booking_day (location_id)`.execute(db)
  await sql`create index booking_day_bookable on booking_day (bookable_id)`.execute(db)

  await sql`
    create table booking_event (
      id uuid primary key,
      booking_id uuid not null references booking on delete cascade,
      at timestamptz not null,
      kind text not null,
      words text not null,
      by_name text not null
    )`.execute(db)
  await sql`create index booking_event_booking on booking_event (booking_id, id)`.execute(db)

  await moveListedDays(db)
  await bookStandingDays(db)
  await sql`drop table listed_day`.execute(db)
}

/** Listed days become rows by hand. Days booked twice before the database refused them are kept, marked as shared. */
async function moveListedDays(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into booking (id, production_id, engagement_id, department_id, title, is_main, created_at)
    select gen_random_uuid(), production_id, id, department_id, title, true, created_at
    from engagement where exists (select from listed_day where engagement_id = engagement.id)
      or works = 'every_shoot_day' and kind not in ('cast', 'background')`.execute(db)
  await sql`
    insert into booking_day (id, booking_id, person_id, on_date, zone, state, rank, asked_at, shared_reason, shared_by)
    select gen_random_uuid(), booking.id, engagement.person_id, day.on_date, production.time_zone, day.state,
      case when day.state = 'hold' then row_number() over (
        partition by engagement.person_id, day.on_date, day.state order by engagement.created_at, engagement.id) end,
      engagement.created_at,
      case when twice.at > 1 then 'Booked twice before this was refused' end, case when twice.at > 1 then 'Unitbase' end
    from listed_day day
      join engagement on engagement.id = day.engagement_id
      join production on production.id = engagement.production_id
      join booking on booking.engagement_id = engagement.id and booking.is_main
      left join lateral (
        select count(*) + 1 as at from listed_day other join engagement theirs on theirs.id = other.engagement_id
        where day.state = 'confirmed' and other.state = 'confirmed' and other.on_date = day.on_date
          and theirs.person_id = engagement.person_id and theirs.id < engagement.id) as twice on true`.execute(db)
}

/** People who work every shoot day get a row for each day that counts; where they are booked already, it waits as planning. */
async function bookStandingDays(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into booking_day (id, booking_id, person_id, on_date, zone, state, asked_at, is_standing, by_hand)
    select distinct on (booking.id, day.on_date) gen_random_uuid(), booking.id, engagement.person_id, day.on_date,
      production.time_zone, 'planning', engagement.created_at, true, false
    from engagement
      join booking on booking.engagement_id = engagement.id and booking.is_main
      join production on production.id = engagement.production_id
      join board on board.production_id = engagement.production_id and board.archived_at is null
        and (board.state = 'active' or board.runs_alongside and board.state <> 'draft')
      join shoot_day day on day.board_id = board.id and day.type = 'shoot' and day.archived_at is null
    where engagement.works = 'every_shoot_day' and engagement.kind not in ('cast', 'background')
      and engagement.archived_at is null
    on conflict do nothing`.execute(db)
  await sql`
    update booking_day set state = 'confirmed' where id in (
      select distinct on (coalesce(resource_id, booking_id), on_date) id from booking_day mine
      where is_standing and not by_hand and not exists (
        select from booking_day other where other.resource_id = mine.resource_id and other.on_date = mine.on_date
          and other.state = 'confirmed')
      order by coalesce(resource_id, booking_id), on_date, asked_at, id)`.execute(db)
}
