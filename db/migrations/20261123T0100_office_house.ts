import { sql, type Kysely } from 'kysely'

/** The house itself: sign-in, the audit log, links, files, and what the office decides for itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`create extension if not exists unaccent`.execute(db)
  await signIn(db)
  await access(db)
  await trail(db)
  await office(db)
}

async function signIn(db: Kysely<unknown>) {
  await sql`create schema auth`.execute(db)
  await sql`
    create table auth.user (
      id uuid primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      two_factor_enabled boolean default false,
      office_role text not null default 'member'
        check (office_role in ('owner', 'admin', 'coordinator', 'finance', 'member')),
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table auth.session (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index session_of_user on auth.session (user_id)`.execute(db)
  await sql`
    create table auth.account (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index account_user on auth.account (user_id)`.execute(db)
  await sql`
    create table auth.verification (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index verification_identifier on auth.verification (identifier)`.execute(db)
  await sql`
    create table auth.two_factor (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean default true,
      failed_verification_count integer default 0,
      locked_until timestamptz
    )`.execute(db)
  await sql`create index two_factor_user on auth.two_factor (user_id)`.execute(db)
  await sql`
    create table auth.passkey (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      name text,
      public_key text not null,
      credential_id text not null unique,
      counter integer not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      aaguid text,
      created_at timestamptz default now()
    )`.execute(db)
  await sql`create index passkey_user on auth.passkey (user_id)`.execute(db)
}

async function access(db: Kysely<unknown>) {
  await sql`
    create table api_token (
      id uuid primary key,
      user_id uuid not null references auth.user on delete cascade,
      name text not null,
      hash text not null unique,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index api_token_user on api_token (user_id)`.execute(db)
  await sql`
    create table link (
      id uuid primary key,
      purpose text not null,
      subject_kind text not null,
      subject_id text not null,
      production_id uuid,
      person_id uuid,
      label text not null,
      activates_at timestamptz,
      expires_at timestamptz,
      password_hash text,
      max_uses integer,
      uses integer not null default 0,
      last_used_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz not null,
      created_by uuid references auth.user on delete set null
    )`.execute(db)
  await sql`create index link_subject on link (subject_kind, subject_id)`.execute(db)
  await sql`create index link_production on link (production_id)`.execute(db)
  await sql`create index link_person on link (person_id)`.execute(db)
  await sql`create index link_created_by on link (created_by)`.execute(db)
  await sql`create index link_register on link (created_at desc, id desc)`.execute(db)
  await sql`
    create table invitation (
      id uuid primary key,
      email text not null,
      name text not null,
      office_role text not null,
      production_roles jsonb not null default '[]',
      link_id uuid not null references link on delete cascade,
      invited_by uuid references auth.user on delete set null,
      invited_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references auth.user on delete set null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index invitation_link on invitation (link_id)`.execute(db)
  await sql`create index invitation_invited_by on invitation (invited_by)`.execute(db)
  await sql`create index invitation_accepted_by on invitation (accepted_by)`.execute(db)
  await sql`
    create table idempotency_key (
      actor text not null,
      key text not null,
      request_hash text not null,
      response jsonb,
      created_at timestamptz not null,
      primary key (actor, key)
    )`.execute(db)
  await sql`create index idempotency_key_age on idempotency_key (created_at)`.execute(db)
}

async function trail(db: Kysely<unknown>) {
  await sql`
    create table audit_entry (
      id uuid primary key,
      at timestamptz not null,
      actor_kind text not null,
      actor_id text,
      actor_name text not null,
      verb text not null,
      subject_kind text not null,
      subject_id text not null,
      subject_label text,
      production_id uuid
    )`.execute(db)
  await sql`create index audit_entry_subject on audit_entry (subject_kind, subject_id, id desc)`.execute(db)
  await sql`create index audit_entry_production on audit_entry (production_id, id desc)`.execute(db)
  await sql`
    create table audit_change (
      entry_id uuid not null references audit_entry on delete restrict,
      field text not null,
      before jsonb,
      after jsonb,
      primary key (entry_id, field)
    )`.execute(db)
  await sql`
    create function audit_is_final() returns trigger language plpgsql as $$
      begin raise exception 'The audit log is not changed.'; end $$`.execute(db)
  for (const table of ['audit_entry', 'audit_change'])
    await sql`create trigger ${sql.raw(`${table}_final`)} before update or delete on ${sql.table(table)}
      for each statement execute function audit_is_final()`.execute(db)
}

async function office(db: Kysely<unknown>) {
  await sql`
    create table office (
      one boolean primary key default true check (one),
      name text not null,
      time_zone text not null,
      paper_size text not null default 'a4' check (paper_size in ('a4', 'letter')),
      hour_cycle smallint not null default 24 check (hour_cycle in (12, 24)),
      undo_seconds smallint not null default 30 check (undo_seconds in (0, 30, 60, 120)),
      approve_by_another boolean not null default false,
      version integer not null default 1
    )`.execute(db)
  await sql`insert into office (name, time_zone) values ('Production office', 'Europe/London')`.execute(db)
  await sql`
    create table concern_answer (
      production_id uuid not null,
      concern_key text not null,
      answer text not null check (answer in ('accepted', 'snoozed')),
      reason text not null,
      until timestamptz,
      answered_by uuid references auth.user on delete set null,
      answered_by_name text not null,
      answered_at timestamptz not null,
      primary key (production_id, concern_key)
    )`.execute(db)
  await sql`create index concern_answer_by on concern_answer (answered_by)`.execute(db)
  await sql`
    create table file (
      id uuid primary key,
      name text not null,
      media_type text not null,
      size_bytes bigint not null,
      sha256 text not null,
      storage_key text not null,
      production_id uuid,
      created_at timestamptz not null,
      created_by uuid references auth.user on delete set null
    )`.execute(db)
  await sql`create index file_production on file (production_id)`.execute(db)
  await sql`create index file_created_by on file (created_by)`.execute(db)
  await sql`create index file_sha256 on file (sha256)`.execute(db)
}
