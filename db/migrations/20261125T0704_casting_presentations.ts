import { sql, type Kysely } from 'kysely'

/** What clients see and say, the decision that does not change any more, and for whom talent may not work meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_presentation (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      title text not null,
      note text not null default '',
      group_by text not null default 'role' check (group_by in ('role', 'group', 'actor')),
      fields text[] not null default '{}',
      state text not null default 'draft' check (state in ('draft', 'open', 'frozen')),
      expires_at timestamptz,
      frozen_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      check ((state = 'frozen') = (frozen_at is not null))
    )`.execute(db)
  await sql`create index casting_presentation_production on casting_presentation (production_id)`.execute(db)
  await sql`
    create table casting_presentation_item (
      id uuid primary key,
      presentation_id uuid not null references casting_presentation on delete cascade,
      candidate_id uuid not null references casting_candidate on delete cascade,
      group_name text not null default '',
      note text not null default '',
      sort integer not null,
      unique (presentation_id, candidate_id)
    )`.execute(db)
  await sql`create index casting_presentation_item_candidate on casting_presentation_item (candidate_id)`.execute(db)
  await sql`
    create table casting_voice (
      id uuid primary key,
      presentation_id uuid not null references casting_presentation on delete cascade,
      link_id uuid not null unique references link on delete restrict,
      name text not null,
      email text not null,
      seen_at timestamptz,
      created_at timestamptz not null,
      unique (presentation_id, email)
    )`.execute(db)
  await sql`
    create table casting_pick (
      id uuid primary key,
      voice_id uuid not null references casting_voice on delete cascade,
      candidate_id uuid not null references casting_candidate on delete cascade,
      pick text check (pick in ('yes', 'maybe', 'no')),
      rank smallint check (rank between 1 and 9),
      comment text not null default '',
      picked_at timestamptz not null,
      unique (voice_id, candidate_id)
    )`.execute(db)
  await sql`create index casting_pick_candidate on casting_pick (candidate_id)`.execute(db)
  await sql`
    create table casting_view_log (
      id uuid primary key,
      presentation_id uuid not null references casting_presentation on delete cascade,
      who text not null,
      what text not null check (what in ('opened', 'printed', 'saved')),
      at timestamptz not null
    )`.execute(db)
  await sql`create index casting_view_log_presentation on casting_view_log (presentation_id, at)`.execute(db)
  await sql`
    create table casting_decision (
      id uuid primary key,
      presentation_id uuid not null references casting_presentation on delete restrict,
      role_id uuid not null references casting_role on delete restrict,
      candidate_id uuid references casting_candidate on delete set null,
      candidate_number integer not null,
      choice smallint not null check (choice between 1 and 9),
      decided_by text[] not null check (cardinality(decided_by) > 0),
      decided_at timestamptz not null,
      unique (presentation_id, role_id, choice)
    )`.execute(db)
  await sql`create index casting_decision_role on casting_decision (role_id)`.execute(db)
  await sql`create index casting_decision_candidate on casting_decision (candidate_id)`.execute(db)
  await sql`
    create function casting_decision_stands() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.candidate_id is null and (to_jsonb(new) - 'candidate_id') = (to_jsonb(old) - 'candidate_id')
      then return new; end if;
      raise exception 'A casting decision does not change once it is recorded.';
    end $$`.execute(db)
  await sql`create trigger casting_decision_stands before update or delete on casting_decision
    for each row execute function casting_decision_stands()`.execute(db)
  await sql`
    create table casting_exclusivity (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      role_id uuid references casting_role on delete set null,
      category text not null check (category <> ''),
      brand text not null default '',
      from_day date not null,
      until_day date not null,
      source text not null,
      created_at timestamptz not null,
      check (from_day < until_day)
    )`.execute(db)
  await sql`create index casting_exclusivity_person on casting_exclusivity (person_id)`.execute(db)
  await sql`create unique index casting_exclusivity_once on casting_exclusivity (role_id, person_id) where role_id is not null`.execute(
    db,
  )
}
