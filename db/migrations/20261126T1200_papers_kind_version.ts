import { sql, type Kysely } from 'kysely'

/** The office adds kinds of paper of its own and corrects them: two who do it at once must notice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paper_kind add column version integer not null default 1`.execute(db)
}
