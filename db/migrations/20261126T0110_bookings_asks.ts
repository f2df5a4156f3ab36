import { sql, type Kysely } from 'kysely'

/** Asking people for a position on days; their answers, offers and what happened, and that only one of them can win. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table booking_ask (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      department_id uuid references department on delete set null,
      title text not null,
      kind text not null check (kind in ('availability', 'job')),
      mode text not null check (mode in ('first', 'choose')),
      meanwhile text not null check (meanwhile in ('planning', 'hold')),
      win_as text not null check (win_as in ('hold', 'confirmed')),
      dates date[] not null check (cardinality(dates) > 0),
      terms jsonb,
      message text not null default '',
      zone text not null,
      state text not null check (state in ('open', 'filled', 'closed', 'expired')),
      version integer not null default 1,
      created_at timestamptz not null,
      created_by text not null
    )`.execute(db)
  await sql`create index booking_ask_production on booking_ask (production_id, id desc)`.execute(db)
  await sql`create index booking_ask_department on booking_ask (department_id)`.execute(db)
  await sql`
    create table booking_ask_person (
      id uuid primary key,
      ask_id uuid not null references booking_ask on delete cascade,
      person_id uuid not null references person on delete cascade,
      booking_id uuid not null references booking on delete cascade,
      link_id uuid references link on delete set null,
      state text not null check (state in ('asked', 'yes', 'yes_if', 'counter', 'no', 'won', 'let_go', 'expired')),
      words text not null default '',
      offer jsonb,
      theirs jsonb,
      asked_at timestamptz not null,
      answer_by timestamptz not null,
      opened_at timestamptz,
      answered_at timestamptz,
      reminded_at timestamptz,
      letter_id uuid references mail_message on delete set null,
      unique (ask_id, person_id)
    )`.execute(db)
  await sql`create unique index booking_ask_winner on booking_ask_person (ask_id) where state = 'won'`.execute(db)
  await sql`create index booking_ask_person_person on booking_ask_person (person_id, asked_at)`.execute(db)
  await sql`create unique index booking_ask_person_booking on booking_ask_person (booking_id)`.execute(db)
  await sql`create unique index booking_ask_person_link on booking_ask_person (link_id)`.execute(db)
  await sql`create index booking_ask_person_letter on booking_ask_person (letter_id)`.execute(db)
  await sql`create index booking_ask_person_due on booking_ask_person (answer_by) where state = 'asked'`.execute(db)
  await sql`
    create table booking_ask_event (
      id uuid primary key,
      ask_id uuid not null references booking_ask on delete cascade,
      at timestamptz not null,
      by_name text not null,
      words text not null,
      figures text not null default ''
    )`.execute(db)
  await sql`create index booking_ask_event_ask on booking_ask_event (ask_id, id desc)`.execute(db)
}
