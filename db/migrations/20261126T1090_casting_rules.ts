import { sql, type Kysely } from 'kysely'

/** What the office goes by in casting stands in one row with a version: reminders, school hours, the text at the door. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_rule (
      id smallint primary key default 1 check (id = 1),
      reminder_hours smallint[] not null check (0 < all (reminder_hours)),
      school_until_minute smallint not null check (school_until_minute between 0 and 1440),
      door_text text not null,
      source text not null check (source <> ''),
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into casting_rule (reminder_hours, school_until_minute, door_text, source, dated)
    select coalesce((select array_agg(hours_before order by hours_before desc) from casting_reminder_step), '{}'),
      coalesce((select until_minute from casting_school_hours where country = ''), 930),
      'I am here of my own will, agree to be recorded at this casting, and that the recording is used only to decide on the role.',
      'House habit; the school’s own hours and a lawyer’s reading of the text come first', '2026-01-01'`.execute(db)
  await sql`drop table casting_reminder_step`.execute(db)
  await sql`drop table casting_school_hours`.execute(db)
}
