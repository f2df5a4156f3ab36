import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      id uuid primary key,
      name text not null,
      url text not null,
      secret bytea not null,
      events text[] not null check (cardinality(events) > 0),
      active boolean not null default true,
      created_at timestamptz not null,
      created_by_name text not null,
      version integer not null default 1
    )`.execute(db)
  await sql`
    create table webhook_delivery (
      id uuid primary key,
      webhook_id uuid not null references webhook on delete cascade,
      event text not null,
      body text not null,
      state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
      tries integer not null default 0,
      created_at timestamptz not null,
      claimed_until timestamptz,
      tried_at timestamptz,
      status integer,
      answer text not null default '',
      took_ms integer,
      next_try_at timestamptz,
      check (state <> 'delivered' or status between 200 and 299)
    )`.execute(db)
  await sql`create index webhook_delivery_of on webhook_delivery (webhook_id, id desc)`.execute(db)
  await sql`create index webhook_delivery_waiting on webhook_delivery (id) where state = 'waiting'`.execute(db)
  await sql`create index webhook_delivery_settled on webhook_delivery (created_at) where state <> 'waiting'`.execute(db)
}
