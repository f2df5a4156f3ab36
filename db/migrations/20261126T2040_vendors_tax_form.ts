import { sql, type Kysely } from 'kysely'

/** What a tax form says beside its number: kept sealed, seen with a reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vendor add column tax_form_sealed bytea`.execute(db)
}
