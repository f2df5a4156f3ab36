import { sql, type Kysely } from 'kysely'

/** What a vendor fills in by link: a proposal that counts field by field, once the office has looked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vendor_invitation (
      id uuid primary key,
      vendor_id uuid not null references vendor on delete cascade,
      link_id uuid references link on delete set null,
      to_address text not null,
      locale text not null check (locale in ('en', 'de')),
      message text,
      state text not null check (state in ('sent', 'opened', 'filled', 'returned', 'settled', 'closed')),
      answers_sealed bytea,
      decisions jsonb not null default '{}',
      known_numbers text[] not null,
      sent_by text not null,
      sent_at timestamptz not null,
      opened_at timestamptz,
      filled_at timestamptz,
      settled_at timestamptz,
      round smallint not null default 0,
      version integer not null default 1,
      check (state not in ('filled', 'returned', 'settled') or answers_sealed is not null)
    )`.execute(db)
  await sql`create unique index vendor_invitation_open on vendor_invitation (vendor_id) where state <> 'closed'`.execute(
    db,
  )
  await sql`create index vendor_invitation_vendor on vendor_invitation (vendor_id)`.execute(db)
  await sql`create index vendor_invitation_link on vendor_invitation (link_id)`.execute(db)
}
