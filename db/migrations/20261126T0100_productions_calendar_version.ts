import type { Kysely } from 'kysely'

/** Weekdays off and marked days are one calendar: whoever changes it says which one they saw. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('production')
    .addColumn('calendar_version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
}
