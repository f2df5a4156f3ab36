import { sql, type Kysely } from 'kysely'

/** What people can do, how they are reached through whom, what they look and sound like; and one text to find them by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person
      add column skills text[] not null default '{}',
      add column tags text[] not null default '{}',
      add column travel_km integer check (travel_km >= 0),
      add column representation text not null default 'direct'
        check (representation in ('direct', 'agent_copied', 'agent_first')),
      add column measurements jsonb not null default '{}',
      add column do_not_hire_reason text,
      add column do_not_hire_by text,
      add column do_not_hire_at timestamptz,
      add column day_rate_minor bigint,
      add column day_rate_currency text,
      add column profile_text text not null default '',
      add constraint do_not_hire_whole check (
        (do_not_hire_reason is null) = (do_not_hire_at is null) and (do_not_hire_reason is null) = (do_not_hire_by is null)),
      add constraint day_rate_whole check ((day_rate_minor is null) = (day_rate_currency is null))`.execute(db)
  // Names change by imports and merges, abilities by the profile: each writes its own half, the database joins them.
  await sql`alter table person add column find_text text generated always as (search_text || ' ' || profile_text) stored`.execute(
    db,
  )
  await sql`drop index person_search`.execute(db)
  await sql`create index person_search on person using gin (find_text gin_trgm_ops)`.execute(db)
  await sql`create index person_likeness on person using gin (search_text gin_trgm_ops)`.execute(db)
  await sql`create index person_skills on person using gin (skills)`.execute(db)
  await sql`create index person_tags on person using gin (tags)`.execute(db)
  await sql`alter table company add column profile_text text not null default ''`.execute(db)
  await sql`alter table company add column find_text text generated always as (search_text || ' ' || profile_text) stored`.execute(
    db,
  )
  await sql`create index company_find on company using gin (find_text gin_trgm_ops)`.execute(db)
  await sql`
    create table person_position (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      position text not null check (position <> ''),
      level text not null check (level in ('trainee', 'assistant', 'experienced', 'lead')),
      sort smallint not null
    )`.execute(db)
  await sql`create index person_position_person on person_position (person_id, sort)`.execute(db)
  await sql`
    create table person_media (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      kind text not null check (kind in ('photo', 'voice', 'reel')),
      title text not null,
      tags text[] not null default '{}',
      language text,
      url text,
      file_id uuid references file on delete restrict,
      small_file_id uuid references file on delete restrict,
      width integer,
      height integer,
      seconds integer,
      sort smallint not null,
      version integer not null default 1,
      created_at timestamptz not null,
      archived_at timestamptz,
      check ((kind = 'reel') = (url is not null)),
      check ((kind = 'reel') = (file_id is null)),
      check ((kind = 'photo') = (small_file_id is not null))
    )`.execute(db)
  await sql`create index person_media_person on person_media (person_id, sort) where archived_at is null`.execute(db)
  await sql`create index person_media_file on person_media (file_id)`.execute(db)
  await sql`create index person_media_small_file on person_media (small_file_id)`.execute(db)
}
