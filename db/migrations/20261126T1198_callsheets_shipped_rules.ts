import { sql, type Kysely } from 'kysely'

/** The rules of call sheets can be set back to what the product came with, like every other list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into shipped_row (list, row_id, row, sort)
    select 'call-sheet-rules', id::text, to_jsonb(t) - 'version', 1 from call_sheet_rule as t`.execute(db)
}
