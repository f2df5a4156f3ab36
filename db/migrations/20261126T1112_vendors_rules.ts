import { sql, type Kysely } from 'kysely'

/** Rules of buying, the office's own: when an unanswered invitation is asked after, and what a price may rise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vendor_rule (
      one boolean primary key default true check (one),
      invitation_reminder_days smallint[] not null,
      price_tolerance_percent smallint not null check (price_tolerance_percent between 0 and 100),
      source text not null,
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`insert into vendor_rule (invitation_reminder_days, price_tolerance_percent, source, dated)
    values ('{5,12}', 5, 'Where to begin from; the office’s own rule', '2026-11-01')`.execute(db)
  await sql`alter table vendor_invitation add column reminders smallint not null default 0, add column reminded_at timestamptz`.execute(
    db,
  )
  await sql`create index vendor_invitation_waiting on vendor_invitation (sent_at) where state in ('sent', 'opened')`.execute(
    db,
  )
}
