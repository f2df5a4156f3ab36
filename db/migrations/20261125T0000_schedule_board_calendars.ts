import { sql, type Kysely } from 'kysely'

/**
 * A board may keep its own calendar. Only what differs from the production's is stored, so that a holiday the production
 * learns of later is true on every scenario that says nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table board add column days_off smallint[]
      check (days_off is null or (days_off <@ '{1,2,3,4,5,6,7}'::smallint[] and cardinality(days_off) <= 6))`.execute(
    db,
  )
  await sql`
    create table board_calendar_day (
      board_id uuid not null references board on delete cascade,
      on_date date not null,
      kind text not null check (kind in ('off', 'holiday', 'travel', 'hiatus', 'work')),
      label text not null default '',
      primary key (board_id, on_date)
    )`.execute(db)
}
