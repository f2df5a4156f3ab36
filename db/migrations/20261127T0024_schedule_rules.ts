import { sql, type Kysely } from 'kysely'

/** What a schedule goes by where nobody has said otherwise: rest, meals, pace, light, as a row with a source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schedule_rule (
      id smallint primary key default 1 check (id = 1),
      minutes_per_eighth smallint not null check (minutes_per_eighth between 1 and 120),
      prep_minutes smallint not null check (prep_minutes between 0 and 600),
      wrap_minutes smallint not null check (wrap_minutes between 0 and 600),
      target_eighths smallint not null check (target_eighths between 1 and 400),
      meal_after_minutes smallint not null check (meal_after_minutes between 60 and 1440),
      rest_name text not null check (rest_name <> ''),
      daily_rest_minutes smallint not null check (daily_rest_minutes between 0 and 1440),
      weekly_rest_minutes smallint not null check (weekly_rest_minutes between 0 and 10080),
      minor_rest_minutes smallint not null check (minor_rest_minutes between 0 and 1440),
      unknown_minor_age smallint not null check (unknown_minor_age between 0 and 17),
      light_margin_minutes smallint not null check (light_margin_minutes between 0 and 240),
      source text not null check (source <> ''),
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into schedule_rule (minutes_per_eighth, prep_minutes, wrap_minutes, target_eighths, meal_after_minutes,
      rest_name, daily_rest_minutes, weekly_rest_minutes, minor_rest_minutes, unknown_minor_age, light_margin_minutes,
      source, dated)
    values (10, 60, 30, 40, 360, 'Directive 2003/88/EC', 660, 1440, 720, 10, 30,
      'Directive 2003/88/EC for rest; custom of production offices for the others', '2026-01-01')`.execute(db)
  await sql`
    insert into shipped_row (list, row_id, row, sort)
    select 'schedule-rules', id::text, to_jsonb(t) - 'version', 1 from schedule_rule as t`.execute(db)
}
