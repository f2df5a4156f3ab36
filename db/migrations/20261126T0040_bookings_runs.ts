import { sql, type Kysely } from 'kysely'

/**
 * Days in a row of one booking that stand alike, kept as one range: what a timeline draws as a bar. The database keeps
 * them itself whenever days change, so that a window of weeks over all productions reads a row per bar and not per day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table booking_run (
      booking_id uuid not null references booking on delete cascade,
      person_id uuid not null references person on delete cascade,
      dates daterange not null,
      from_minute smallint,
      until_minute smallint,
      state text not null,
      rank smallint,
      waits boolean not null,
      shared boolean not null
    )`.execute(db)
  await sql`create index booking_run_booking on booking_run (booking_id)`.execute(db)
  await sql`create index booking_run_person on booking_run (person_id)`.execute(db)
  await sql`create index booking_run_dates on booking_run using gist (dates)`.execute(db)
  await sql`
    create function keep_booking_runs(ids uuid[]) returns void language plpgsql as $$
    begin
      -- Whoever else changes days of these bookings waits here, and then sees ours.
      perform from booking where id = any(ids) order by id for no key update;
      delete from booking_run where booking_id = any(ids);
      -- A date less its number in the row is the same for all days in a row. Hours stand alone.
      insert into booking_run (booking_id, person_id, dates, from_minute, until_minute, state, rank, waits, shared)
      select booking_id, person_id, daterange(min(on_date), max(on_date) + 1), from_minute, until_minute, state, rank, waits,
        shared
      from (
        select *, case when hours = 1 then on_date else on_date - (row_number() over (
          partition by booking_id, person_id, state, rank, waits, shared, hours order by on_date))::int end as run
        from (
          select booking_id, person_id, on_date, from_minute, until_minute, state, rank, hours,
            is_standing and not by_hand and state = 'planning' as waits, shared_reason is not null as shared
          from booking_day
          where booking_id = any(ids) and person_id is not null and state in ('planning', 'hold', 'confirmed')) as live
      ) as numbered
      group by booking_id, person_id, from_minute, until_minute, state, rank, waits, shared, run;
    end $$`.execute(db)
  await sql`
    create function booking_day_changed() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        perform keep_booking_runs(array(select distinct booking_id from fresh));
      elsif tg_op = 'DELETE' then
        perform keep_booking_runs(array(select distinct booking_id from gone));
      else
        perform keep_booking_runs(array(select booking_id from fresh union select booking_id from gone));
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger booking_day_added after insert on booking_day referencing new table as fresh
    for each statement execute function booking_day_changed()`.execute(db)
  await sql`create trigger booking_day_moved after update on booking_day referencing new table as fresh old table as gone
    for each statement execute function booking_day_changed()`.execute(db)
  await sql`create trigger booking_day_removed after delete on booking_day referencing old table as gone
    for each statement execute function booking_day_changed()`.execute(db)
  await sql`select keep_booking_runs(array(select id from booking))`.execute(db)
  await sql`drop index booking_day_window`.execute(db)
}
