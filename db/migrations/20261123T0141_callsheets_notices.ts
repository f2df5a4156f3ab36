import { sql, type Kysely } from 'kysely'

/** Who was sent which issue of a call sheet, what became of it, and everything that happened on the way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await dispatches(db)
  await notices(db)
  await events(db)
  await sql`
    create table confirmation_subscription (
      production_id uuid not null references production on delete cascade,
      user_id uuid not null references auth.user on delete cascade,
      mode text not null check (mode in ('instant', 'digest')),
      told_until timestamptz not null,
      primary key (production_id, user_id)
    )`.execute(db)
  await sql`create index confirmation_subscription_user on confirmation_subscription (user_id)`.execute(db)
}

async function dispatches(db: Kysely<unknown>) {
  await sql`
    create table call_sheet_dispatch (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      on_date date not null,
      unit text not null,
      kind text not null check (kind in ('issue', 'reminder', 'correction', 'addition')),
      channel text not null check (channel in ('email', 'sms')),
      at timestamptz not null,
      leaves_at timestamptz not null,
      undone_at timestamptz,
      by_name text not null,
      names text[] not null,
      message_ids uuid[] not null
    )`.execute(db)
  await sql`create index call_sheet_dispatch_day on call_sheet_dispatch (production_id, on_date, id desc)`.execute(db)
}

async function notices(db: Kysely<unknown>) {
  await sql`
    create table call_sheet_notice (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      call_sheet_id uuid not null references call_sheet on delete restrict,
      issue_id uuid not null references call_sheet_issue on delete restrict,
      on_date date not null,
      unit text not null,
      issue_number integer not null,
      issue_word text not null,
      engagement_id uuid not null,
      person_id uuid references person on delete set null,
      name text not null,
      email text,
      phone text,
      locale text not null,
      copy_number integer not null,
      copies integer not null,
      code text not null unique,
      task text not null check (task in ('ask', 'tell', 'quiet', 'release')),
      asks boolean not null,
      head jsonb not null,
      personal jsonb not null,
      rest jsonb,
      changes jsonb not null,
      since jsonb,
      visible_from timestamptz,
      superseded_at timestamptz,
      carried_from uuid references call_sheet_notice on delete set null,
      state text not null check (state in
        ('unsent', 'queued', 'sent', 'delivered', 'deferred', 'opened', 'confirmed', 'problem',
         'bounced', 'blocked', 'spam', 'dropped')),
      state_at timestamptz not null,
      channel text not null check (channel in ('email', 'sms')),
      left_at timestamptz,
      delivered_at timestamptz,
      opened_at timestamptz,
      confirmed_at timestamptz,
      problem jsonb,
      mail_reply text,
      rungs text[] not null default '{}',
      link_id uuid references link on delete set null,
      pdf_file_id uuid references file on delete set null,
      pdf_sha256 text,
      version integer not null default 1,
      unique (issue_id, engagement_id)
    )`.execute(db)
  for (const column of ['call_sheet_id', 'engagement_id', 'person_id', 'carried_from', 'link_id', 'pdf_file_id'])
    await sql`create index ${sql.raw(`call_sheet_notice_${column}`)} on call_sheet_notice (${sql.ref(column)})`.execute(
      db,
    )
  await sql`create index call_sheet_notice_day on call_sheet_notice (production_id, on_date, id)`.execute(db)
}

async function events(db: Kysely<unknown>) {
  await sql`
    create table call_sheet_event (
      id uuid primary key,
      production_id uuid not null references production on delete cascade,
      notice_id uuid not null references call_sheet_notice on delete cascade,
      at timestamptz not null,
      kind text not null,
      channel text,
      text text not null default '',
      by_name text
    )`.execute(db)
  await sql`create index call_sheet_event_notice on call_sheet_event (notice_id, id)`.execute(db)
  await sql`create index call_sheet_event_production on call_sheet_event (production_id, at)`.execute(db)
}
