import { sql, type Kysely } from 'kysely'

/** Rest without a working-time profile stands with the rules of schedules, once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table call_sheet_rule drop column usual_rest_minutes`.execute(db)
  await sql`update shipped_row set row = row - 'usual_rest_minutes' where list = 'call-sheet-rules'`.execute(db)
}
