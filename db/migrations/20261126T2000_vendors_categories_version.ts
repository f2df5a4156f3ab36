import { sql, type Kysely } from 'kysely'

/** The list of vendor categories is set as a whole, so it counts as a whole: two people at it see each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vendor_rule add column categories_version integer not null default 1`.execute(db)
}
