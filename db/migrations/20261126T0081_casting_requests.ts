import { sql, type Kysely } from 'kysely'

/** What talent is asked for by a link of their own: a self-tape or a question; and how long before its end they hear again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table casting_request (
      id uuid primary key,
      production_id uuid not null references production on delete restrict,
      candidate_id uuid not null references casting_candidate on delete cascade,
      kind text not null check (kind in ('self_tape', 'question')),
      body text not null,
      due_at timestamptz,
      due_zone text not null,
      link_id uuid not null unique references link on delete restrict,
      turn text not null check (turn in ('agent', 'talent')),
      state text not null default 'asked' check (state in ('asked', 'answered', 'declined', 'withdrawn')),
      answer text not null default '',
      answered_at timestamptz,
      reminders smallint not null default 0,
      next_reminder_at timestamptz,
      created_at timestamptz not null,
      created_by_name text not null,
      check ((state in ('answered', 'declined')) = (answered_at is not null))
    )`.execute(db)
  await sql`create index casting_request_production on casting_request (production_id, id)`.execute(db)
  await sql`create index casting_request_candidate on casting_request (candidate_id)`.execute(db)
  await sql`create unique index casting_request_one_tape on casting_request (candidate_id)
    where kind = 'self_tape' and state = 'asked'`.execute(db)
  await sql`create index casting_request_due on casting_request (next_reminder_at) where next_reminder_at is not null`.execute(
    db,
  )
  await sql`
    create table casting_reminder_step (
      id uuid primary key,
      hours_before smallint not null unique check (hours_before > 0),
      source text not null,
      effective_from date not null
    )`.execute(db)
  await sql`insert into casting_reminder_step values
    ('01900000-0000-7000-8000-0000000c0301', 72, 'House habit: three days before a tape is due', '2026-01-01'),
    ('01900000-0000-7000-8000-0000000c0302', 24, 'House habit: the day before a tape is due', '2026-01-01')`.execute(db)
}
