import { sql, type Kysely } from 'kysely'

/**
 * The overtime tables the product came with, so that they can be set back like every other list. Of a table an office has
 * changed already nobody knows any more what it said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into shipped_row (list, row_id, row, sort)
    select 'overtime-tables', id::text, to_jsonb(t) - 'version', row_number() over (order by name)
    from pay_profile as t where version = 1`.execute(db)
}
