import { sql, type Kysely } from 'kysely'

/** A representative may be asked first, or get a copy of what the talent gets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table casting_candidate add column agent_copied boolean not null default false`.execute(db)
}
