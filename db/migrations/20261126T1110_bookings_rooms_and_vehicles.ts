import { sql, type Kysely } from 'kysely'

/**
 * Rooms, vehicles and other things of the office: where they are, how many they take, the clock they are booked by and
 * when they are open. They may be out of service, and what is booked of them is kept in runs as people's time is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table bookable
      add column place text not null default '',
      add column mark text not null default '',
      add column capacity int check (capacity > 0),
      add column notes text not null default '',
      add column zone text,
      add column by_hours boolean not null default false,
      add column opens_minute smallint check (opens_minute between 0 and 1439),
      add column closes_minute smallint check (closes_minute between 1 and 2880),
      add column find_text text not null default '',
      add column version integer not null default 1,
      add constraint bookable_open check (coalesce(opens_minute, 0) < coalesce(closes_minute, 1440)),
      add constraint bookable_clock check (kind = 'unit' or zone is not null),
      add constraint bookable_of check ((kind = 'unit') = (production_id is not null))`.execute(db)
  await sql`create index bookable_list on bookable (kind, lower(name), id) where production_id is null`.execute(db)
  await sql`alter table bookable drop constraint bookable_production_id_kind_name_key`.execute(db)
  await sql`create unique index bookable_unit on bookable (production_id, kind, name) where production_id is not null`.execute(
    db,
  )
  await sql`create unique index bookable_name on bookable (kind, lower(name))
    where production_id is null and archived_at is null`.execute(db)

  await sql`
    alter table availability
      add column bookable_id uuid references bookable on delete cascade,
      drop constraint availability_check,
      add constraint availability_of check (num_nonnulls(person_id, location_id, unit, bookable_id) = 1)`.execute(db)
  await sql`create index availability_bookable on availability (bookable_id, on_date)`.execute(db)

  await sql`
    alter table booking_run
      alter column person_id drop not null,
      add column bookable_id uuid references bookable on delete cascade,
      add constraint booking_run_of check (num_nonnulls(person_id, bookable_id) = 1)`.execute(db)
  await sql`create index booking_run_bookable on booking_run (bookable_id)`.execute(db)
  await sql`
    create or replace function keep_booking_runs(ids uuid[]) returns void language plpgsql as $$
    begin
      -- Whoever else changes days of these bookings waits here, and then sees ours.
      perform from booking where id = any(ids) order by id for no key update;
      delete from booking_run where booking_id = any(ids);
      -- A date less its number in the row is the same for all days in a row. Hours stand alone.
      insert into booking_run
        (booking_id, person_id, bookable_id, dates, from_minute, until_minute, state, rank, waits, shared)
      select booking_id, person_id, bookable_id, daterange(min(on_date), max(on_date) + 1), from_minute, until_minute,
        state, rank, waits, shared
      from (
        select *, case when hours = 1 then on_date else on_date - (row_number() over (
          partition by booking_id, resource_id, state, rank, waits, shared, hours order by on_date))::int end as run
        from (
          select booking_id, person_id, bookable_id, resource_id, on_date, from_minute, until_minute, state, rank, hours,
            is_standing and not by_hand and state = 'planning' as waits, shared_reason is not null as shared
          from booking_day
          where booking_id = any(ids) and num_nonnulls(person_id, bookable_id) = 1
            and state in ('planning', 'hold', 'confirmed')) as live
      ) as numbered
      group by booking_id, person_id, bookable_id, from_minute, until_minute, state, rank, waits, shared, run;
    end $$`.execute(db)
  await sql`select keep_booking_runs(array(select distinct booking_id from booking_day where bookable_id is not null))`.execute(
    db,
  )
}
