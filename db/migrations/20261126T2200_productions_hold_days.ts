import { sql, type Kysely } from 'kysely'

/** How long a hold of this production stands by itself, where nobody says otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('production')
    .addColumn('hold_days', 'integer', (column) => column.check(sql`hold_days between 1 and 365`))
    .execute()
}
