import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/database.ts'
import './template.table.ts'
import type { KeptLine } from './template.table.ts'
import type { TemplateId } from './template.contract.ts'

const kept = (db: Db) =>
  db.selectFrom('quote_template').select(['id', 'name', 'lines', 'kept_by as keptBy', 'kept_at as keptAt'])

/** As many as one would ever choose among. */
export const all = (db: Db) =>
  kept(db)
    .orderBy(sql`lower(name)`)
    .limit(200)
    .execute()

/** One of a name, whatever its capitals. */
export const put = (
  tx: Tx,
  it: { id: TemplateId; name: string; lines: readonly KeptLine[]; kept_by: string; kept_at: string },
) =>
  tx
    .insertInto('quote_template')
    .values({ ...it, lines: JSON.stringify(it.lines) })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(name)`).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        lines: eb.ref('excluded.lines'),
        kept_by: eb.ref('excluded.kept_by'),
        kept_at: eb.ref('excluded.kept_at'),
      })),
    )
    .returning(['id', 'name', 'lines', 'kept_by as keptBy', 'kept_at as keptAt'])
    .executeTakeFirstOrThrow()

export const remove = (tx: Tx, id: TemplateId) =>
  tx.deleteFrom('quote_template').where('id', '=', id).returning('name').executeTakeFirst()
