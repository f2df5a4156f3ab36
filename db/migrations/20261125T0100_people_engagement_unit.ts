import { sql, type Kysely } from 'kysely'

/** The unit somebody works with unless a day says otherwise; none is the production's main unit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table engagement add column unit text check (unit <> '')`.execute(db)
}
