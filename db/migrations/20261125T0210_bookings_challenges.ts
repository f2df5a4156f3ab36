import { sql, type Kysely } from 'kysely'

/** Challenges of a hold, and the rules they and cancellations follow; the rules are the office's to change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table booking_rule (
      id smallint primary key default 1 check (id = 1),
      challenge_rule text not null check (challenge_rule in ('next_business_day', 'plain_hours')),
      answer_by_minute smallint not null check (answer_by_minute between 0 and 1440),
      answer_hours smallint not null check (answer_hours between 1 and 240),
      undecided_days smallint not null check (undecided_days between 0 and 60),
      settle_hours smallint not null check (settle_hours between 0 and 240),
      source text not null,
      dated date not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    insert into booking_rule (challenge_rule, answer_by_minute, answer_hours, undecided_days, settle_hours, source, dated)
    values ('next_business_day', 720, 24, 7, 48, 'Custom of the trade; shipped with Unitbase', '2026-11-25')`.execute(
    db,
  )
  await sql`
    create table cancellation_step (
      id uuid primary key,
      within_hours integer not null unique check (within_hours > 0),
      fee_percent smallint not null check (fee_percent between 0 and 100),
      source text not null,
      dated date not null
    )`.execute(db)
  await sql`
    insert into cancellation_step (id, within_hours, fee_percent, source, dated) values
      (gen_random_uuid(), 24, 100, 'Custom of the trade; shipped with Unitbase', '2026-11-25'),
      (gen_random_uuid(), 72, 50, 'Custom of the trade; shipped with Unitbase', '2026-11-25')`.execute(db)
  await sql`
    create table booking_challenge (
      id uuid primary key,
      booking_id uuid not null references booking on delete cascade,
      against_id uuid not null references booking on delete cascade,
      day_ids uuid[] not null,
      asked_at timestamptz not null,
      asked_by text not null,
      due_at timestamptz not null,
      zone text not null,
      rule text not null,
      state text not null check (state in ('open', 'booked', 'released', 'lapsed', 'withdrawn')),
      answered_at timestamptz,
      answered_by text not null default '',
      our_link_id uuid references link on delete set null,
      their_link_id uuid references link on delete set null,
      check ((state = 'open') = (answered_at is null)),
      check (booking_id <> against_id)
    )`.execute(db)
  await sql`create unique index booking_challenge_open on booking_challenge (booking_id, against_id) where state = 'open'`.execute(
    db,
  )
  await sql`create index booking_challenge_booking on booking_challenge (booking_id)`.execute(db)
  await sql`create index booking_challenge_against on booking_challenge (against_id)`.execute(db)
  await sql`create index booking_challenge_due on booking_challenge (due_at) where state = 'open'`.execute(db)
  await sql`create index booking_challenge_ours on booking_challenge (our_link_id)`.execute(db)
  await sql`create index booking_challenge_theirs on booking_challenge (their_link_id)`.execute(db)
}
