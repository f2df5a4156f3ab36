import { sql, type Kysely } from 'kysely'

/** Of two who change what somebody may do, the second passed over the first without seeing it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth."user" add column version integer not null default 1`.execute(db)
}
