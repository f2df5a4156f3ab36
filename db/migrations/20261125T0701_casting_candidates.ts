import { sql, type Kysely } from 'kysely'

/** Talent in a role, what they sent, what each reviewer says, and the log that alone remains after erasure. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_candidate (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      role_id uuid not null references casting_role on delete restrict,
      number integer not null check (number > 0),
      source text not null check (source in ('open_call', 'agent', 'own_talent', 'typed')),
      state text not null default 'submitted' check (state in ('submitted', 'viewed', 'shortlisted', 'auditioned',
        'callback', 'pinned', 'on_avail', 'on_hold', 'offered', 'booked', 'released', 'declined', 'conflict')),
      choice smallint check (choice between 1 and 9),
      person_id uuid references person on delete set null,
      name text not null,
      merge_key text,
      email text,
      phone text,
      city text,
      birth_date date,
      sizes text,
      rate_wish text,
      reel text,
      availability text not null default '',
      message text not null default '',
      guardian_name text,
      guardian_email text,
      agent_name text,
      agent_email text,
      agent_first boolean not null default false,
      consent_id uuid references casting_consent on delete restrict,
      consented_at timestamptz,
      may_keep boolean not null default false,
      erase_on date,
      released_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      unique (role_id, number),
      check ((consent_id is null) = (consented_at is null))
    )`.execute(db)
  await sql`create unique index casting_candidate_same_person on casting_candidate (role_id, merge_key) where merge_key is not null`.execute(
    db,
  )
  await sql`create index casting_candidate_production on casting_candidate (production_id)`.execute(db)
  await sql`create index casting_candidate_person on casting_candidate (person_id)`.execute(db)
  await sql`create index casting_candidate_consent on casting_candidate (consent_id)`.execute(db)
  await sql`create index casting_candidate_erase on casting_candidate (erase_on) where erase_on is not null`.execute(db)
  await sql`
    create table casting_media (
      id uuid primary key,
      candidate_id uuid not null references casting_candidate on delete cascade,
      file_id uuid not null unique references file on delete restrict,
      sent_file_id uuid not null unique,
      kind text not null check (kind in ('photo', 'video', 'audio', 'paper')),
      purpose text not null check (purpose in ('submission', 'self_tape', 'session')),
      take smallint not null check (take > 0),
      name text not null,
      media_type text not null,
      size_bytes bigint not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index casting_media_candidate on casting_media (candidate_id)`.execute(db)
  await sql`
    create table casting_mark (
      id uuid primary key,
      candidate_id uuid not null references casting_candidate on delete cascade,
      user_id uuid not null references auth.user on delete cascade,
      mark text check (mark in ('yes', 'maybe', 'no')),
      note text not null default '',
      marked_at timestamptz not null,
      unique (candidate_id, user_id)
    )`.execute(db)
  await sql`create index casting_mark_user on casting_mark (user_id)`.execute(db)
  await sql`
    create table casting_erasure (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      request_hash text not null,
      reason text not null check (reason in ('asked', 'period_over')),
      files integer not null,
      asked_at timestamptz not null,
      done_at timestamptz not null
    )`.execute(db)
  await sql`create index casting_erasure_production on casting_erasure (production_id)`.execute(db)
}
