import { sql, type Kysely } from 'kysely'

/** Who asked to be let in and for how long; who agreed to the terms; what was shared, by which channel, and every visit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_access (
      id uuid primary key,
      document_id uuid not null references document on delete cascade,
      user_id uuid not null references auth."user" on delete cascade,
      state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'revoked')),
      reason text not null check (reason <> ''),
      wanted_until timestamptz not null,
      granted_until timestamptz,
      asked_at timestamptz not null,
      decided_at timestamptz,
      decided_by text,
      note text not null default '',
      version integer not null default 1,
      check (state <> 'granted' or granted_until is not null)
    )`.execute(db)
  await sql`create unique index document_access_asked on document_access (document_id, user_id) where state = 'asked'`.execute(
    db,
  )
  await sql`create index document_access_user on document_access (user_id, document_id) where state = 'granted'`.execute(
    db,
  )
  await sql`
    create table document_terms (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      user_id uuid references auth."user" on delete set null,
      person_id uuid references person on delete set null,
      link_id uuid references link on delete set null,
      how text not null check (how in ('agreed', 'signed')),
      name text not null,
      wording text not null,
      agreed_at timestamptz not null,
      address text,
      agent text
    )`.execute(db)
  await sql`create index document_terms_production on document_terms (production_id)`.execute(db)
  await sql`create index document_terms_user on document_terms (user_id)`.execute(db)
  await sql`create index document_terms_person on document_terms (person_id)`.execute(db)
  await sql`create index document_terms_link on document_terms (link_id)`.execute(db)
  await sql`
    create table document_share (
      id uuid primary key,
      document_id uuid not null references document on delete cascade,
      link_id uuid references link on delete set null,
      channel text not null check (channel in ('attachment', 'personal_link', 'protected_link')),
      holder_name text not null check (holder_name <> ''),
      holder_email text,
      person_id uuid references person on delete set null,
      may_download boolean not null,
      is_watermarked boolean not null,
      needs_terms boolean not null,
      expires_at timestamptz,
      shared_at timestamptz not null,
      shared_by text not null,
      check ((channel = 'attachment') = (link_id is null) or link_id is null)
    )`.execute(db)
  await sql`create index document_share_document on document_share (document_id)`.execute(db)
  await sql`create index document_share_person on document_share (person_id)`.execute(db)
  await sql`create unique index document_share_link on document_share (link_id)`.execute(db)
  await sql`
    create table document_visit (
      id uuid primary key,
      share_id uuid not null references document_share on delete cascade,
      at timestamptz not null,
      what text not null check (what in ('opened', 'downloaded', 'agreed', 'wrong_password')),
      number integer,
      address text,
      agent text
    )`.execute(db)
  await sql`create index document_visit_share on document_visit (share_id, id)`.execute(db)
}
