import { sql, type Kysely } from 'kysely'

/**
 * What each calendar address was told last, entry by entry. Without it nobody could be told that a day is gone once the
 * booking or the part it came from is another's, and a day that comes back would count from nothing again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schedule_feed_entry (
      link_id uuid not null references link (id) on delete cascade,
      uid text not null,
      sequence integer not null check (sequence >= 0),
      is_cancelled boolean not null,
      entry jsonb not null,
      changed_at timestamptz not null,
      primary key (link_id, uid)
    )`.execute(db)
}
