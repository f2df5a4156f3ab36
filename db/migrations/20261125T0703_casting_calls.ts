import { sql, type Kysely } from 'kysely'

/** Open calls: a role's public form behind one link, with the consent people give there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_call (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      role_id uuid not null references casting_role on delete restrict,
      link_id uuid not null unique references link on delete restrict,
      consent_id uuid not null references casting_consent on delete restrict,
      slate text not null default '',
      open_until timestamptz,
      closed_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index casting_call_production on casting_call (production_id)`.execute(db)
  await sql`create index casting_call_consent on casting_call (consent_id)`.execute(db)
  await sql`create unique index casting_call_one_open on casting_call (role_id) where closed_at is null`.execute(db)
}
