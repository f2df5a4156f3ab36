import { sql, type Kysely } from 'kysely'

/** When the office goes after those who have not answered, and the emergency number of a place, as rows with a source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table call_sheet_rule (
      id smallint primary key default 1 check (id = 1),
      reminder_after_minutes smallint not null check (reminder_after_minutes between 5 and 1440),
      second_at smallint not null check (second_at between 0 and 1439),
      phone_list_at smallint not null check (phone_list_at between second_at and 1439),
      replace_at smallint not null check (replace_at between phone_list_at and 1439),
      phone_for_calls_before smallint not null check (phone_for_calls_before between 0 and 1440),
      quiet_from smallint not null check (quiet_from between 0 and 1439),
      quiet_until smallint not null check (quiet_until between 0 and quiet_from),
      emergency_numbers jsonb not null,
      source text not null check (source <> ''),
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into call_sheet_rule (reminder_after_minutes, second_at, phone_list_at, replace_at, phone_for_calls_before,
      quiet_from, quiet_until, emergency_numbers, source, dated)
    values (120, 1260, 1290, 1320, 480, 1320, 300, ${JSON.stringify([
      { zones: 'America', number: '911' },
      { zones: 'Australia', number: '000' },
      { zones: 'Europe/London', number: '999' },
      { zones: '', number: '112' },
    ])}::jsonb, 'Custom of production offices; ask locally for the number of a place', '2026-01-01')`.execute(db)
}
