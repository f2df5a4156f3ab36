import { sql, type Kysely } from 'kysely'

/** Audition and callback days: the grid, who is seen when, who waits, who came and went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_session (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      role_id uuid not null references casting_role on delete restrict,
      kind text not null check (kind in ('audition', 'callback')),
      on_date date not null,
      from_minute smallint not null check (from_minute between 0 and 1440),
      until_minute smallint not null check (until_minute between 0 and 1440),
      slot_minutes smallint not null check (slot_minutes between 3 and 240),
      per_slot smallint not null default 1 check (per_slot between 1 and 20),
      breaks jsonb not null default '[]',
      time_zone text not null,
      place text not null default '',
      stream text not null default '',
      release_text text not null default '',
      version integer not null default 1,
      created_at timestamptz not null,
      check (from_minute < until_minute)
    )`.execute(db)
  await sql`create index casting_session_production on casting_session (production_id, on_date)`.execute(db)
  await sql`create index casting_session_role on casting_session (role_id)`.execute(db)
  await sql`
    create table casting_appointment (
      id uuid primary key,
      session_id uuid not null references casting_session on delete cascade,
      candidate_id uuid not null references casting_candidate on delete cascade,
      talent_id uuid not null,
      minute smallint not null,
      seat smallint not null check (seat > 0),
      during tstzrange not null,
      told_at timestamptz,
      signed_name text,
      signed_in_at timestamptz,
      signed_out_at timestamptz,
      unique (session_id, minute, seat),
      unique (session_id, candidate_id),
      exclude using gist (talent_id with =, during with &&)
    )`.execute(db)
  await sql`create index casting_appointment_candidate on casting_appointment (candidate_id)`.execute(db)
  await sql`
    create table casting_waiting (
      id uuid primary key,
      session_id uuid not null references casting_session on delete cascade,
      candidate_id uuid not null references casting_candidate on delete cascade,
      link_id uuid not null unique references link on delete restrict,
      waits boolean not null default false,
      since timestamptz not null,
      unique (session_id, candidate_id)
    )`.execute(db)
  await sql`create index casting_waiting_candidate on casting_waiting (candidate_id)`.execute(db)
  await sql`
    create table casting_school_hours (
      id uuid primary key,
      country text not null unique,
      until_minute smallint not null,
      source text not null,
      effective_from date not null
    )`.execute(db)
  await sql`insert into casting_school_hours values
    ('01900000-0000-7000-8000-0000000c0201', '', 930, 'Usual end of a school day, 15:30; check the school''s own', '2026-01-01')`.execute(
    db,
  )
}
