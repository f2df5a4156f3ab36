import { sql, type Kysely } from 'kysely'

/** The library lists documents of every production by their latest change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index document_changed on document (changed_at desc, id desc) where archived_at is null`.execute(db)
}
