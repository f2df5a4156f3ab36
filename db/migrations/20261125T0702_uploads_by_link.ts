import { sql, type Kysely } from 'kysely'

/** A guest with a link may send a file too: an upload belongs to a person or to a link, never to both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table upload alter column user_id drop not null`.execute(db)
  await sql`alter table upload add column link_id uuid references link on delete cascade`.execute(db)
  await sql`alter table upload add constraint upload_sender check (num_nonnulls(user_id, link_id) = 1)`.execute(db)
  await sql`create index upload_link on upload (link_id) where link_id is not null`.execute(db)
}
