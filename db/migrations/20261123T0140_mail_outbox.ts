import { sql, type Kysely } from 'kysely'

/** Everything that leaves the office by mail or text message, with each try and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_message (
      id uuid primary key,
      key text not null unique,
      channel text not null check (channel in ('email', 'sms')),
      production_id uuid,
      about_kind text not null,
      about_id text not null,
      to_name text,
      to_address text not null,
      reply_to text,
      subject text not null,
      body_text text not null,
      body_html text,
      attachments jsonb not null default '[]',
      sealed boolean not null default false,
      state text not null check (state in
        ('unsent', 'queued', 'sent', 'delivered', 'deferred', 'bounced', 'blocked', 'spam', 'dropped')),
      leaves_at timestamptz not null,
      next_try_at timestamptz,
      tries integer not null default 0,
      held_until timestamptz,
      code integer,
      reply text,
      provider_id text,
      withdrawn_at timestamptz,
      created_at timestamptz not null,
      state_at timestamptz not null
    )`.execute(db)
  await sql`create index mail_message_due on mail_message (next_try_at) where next_try_at is not null`.execute(db)
  await sql`create index mail_message_about on mail_message (about_kind, about_id)`.execute(db)
  await sql`create index mail_message_production on mail_message (production_id)`.execute(db)
  await sql`create index mail_message_register on mail_message (id desc)`.execute(db)
  await sql`create index mail_message_provider on mail_message (provider_id) where provider_id is not null`.execute(db)
  await sql`
    create table mail_attempt (
      id uuid primary key,
      message_id uuid not null references mail_message on delete cascade,
      at timestamptz not null,
      state text not null,
      code integer,
      reply text not null,
      provider_id text
    )`.execute(db)
  await sql`create index mail_attempt_message on mail_attempt (message_id, id)`.execute(db)
}
