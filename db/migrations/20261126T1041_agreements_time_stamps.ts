import { sql, type Kysely } from 'kysely'

/** Who is asked when a paper was sealed, and what keeps a paper that everybody signed from its seal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_timestamp (
      sole boolean primary key default true check (sole),
      url text,
      user_name text not null default '',
      password bytea,
      wait_hours integer not null default 24 check (wait_hours between 0 and 240),
      tried_at timestamptz,
      fault text,
      version integer not null default 1
    )`.execute(db)
  await sql`insert into agreement_timestamp (sole) values (true)`.execute(db)
  await sql`alter table agreement add column seal_fault text, add column seal_tried_at timestamptz`.execute(db)
}
