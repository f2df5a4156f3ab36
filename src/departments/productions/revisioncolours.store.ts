import { sql } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { RevisionColours } from './revisioncolours.contract.ts'
import './production.table.ts'

/** The office's order, with what it came as. */
export async function get(db: Db): Promise<RevisionColours> {
  const rows = await db.selectFrom('revision_colours').select(['of', 'colours', 'source', 'dated', 'version']).execute()
  const [office, shipped] = ['office', 'shipped'].map((of) => rows.find((row) => row.of === of))
  if (!office || !shipped) throw new Error('The office has no revision colours.')
  const { of: _office, ...own } = office
  return { ...own, shipped: { colours: shipped.colours, source: shipped.source, dated: shipped.dated } }
}

type Body = Pick<RevisionColours, 'colours' | 'source' | 'dated'>

/** @returns undefined when somebody else was first */
export const put = (tx: Tx, _scope: OfficeScope, expected: number, { colours, source, dated }: Body) =>
  tx
    .updateTable('revision_colours')
    .set({ source, dated, colours: JSON.stringify(colours), version: sql<number>`version + 1` })
    .where('of', '=', 'office')
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()
