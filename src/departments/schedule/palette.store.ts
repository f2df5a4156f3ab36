import { sql } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { StripColours, StripPalette } from './palette.contract.ts'
import './schedule.table.ts'

const rows = (db: Db) =>
  db
    .selectFrom('strip_palette')
    .leftJoin('board', (join) =>
      join.onRef('board.palette_id', '=', 'strip_palette.id').on('board.archived_at', 'is', null),
    )
    .select((eb) => [
      'strip_palette.id',
      'strip_palette.name',
      'strip_palette.source',
      'strip_palette.dated',
      'strip_palette.colours',
      'strip_palette.version',
      eb('strip_palette.shipped', 'is not', null).as('isShipped'),
      eb('strip_palette.archived_at', 'is not', null).as('isArchived'),
      sql<number>`count(board.id)::int`.as('boards'),
    ])
    .groupBy('strip_palette.id')
    .orderBy(sql`strip_palette.archived_at is not null`)
    .orderBy('strip_palette.sort')
    .orderBy('strip_palette.name')

const shown = (row: Omit<StripPalette, 'isShipped' | 'isArchived'> & { isShipped: unknown; isArchived: unknown }) => ({
  ...row,
  isShipped: row.isShipped === true,
  isArchived: row.isArchived === true,
})

/** Colours belong to the office; who may read a board sees what it wears. */
export const all = async (db: Db): Promise<StripPalette[]> => (await rows(db).execute()).map(shown)

export async function find(db: Db, id: string): Promise<StripPalette | undefined> {
  const row = await rows(db).where('strip_palette.id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** Takes turns with everybody who changes colours. */
export const lockAll = (tx: Tx, _scope: OfficeScope) =>
  tx.selectFrom('strip_palette').select('id').orderBy('id').forUpdate().execute()

export type PaletteBody = Pick<StripPalette, 'name' | 'source' | 'dated' | 'colours'>

export const insert = (tx: Tx, _scope: OfficeScope, id: string, body: PaletteBody) =>
  tx
    .insertInto('strip_palette')
    .values({ ...body, id, colours: JSON.stringify(body.colours), shipped: null, sort: 100, archived_at: null })
    .execute()

export const update = (tx: Tx, _scope: OfficeScope, id: string, body: PaletteBody) =>
  tx
    .updateTable('strip_palette')
    .set({ ...body, colours: JSON.stringify(body.colours), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const setArchived = (tx: Tx, _scope: OfficeScope, id: string, at: Temporal.Instant | null) =>
  tx
    .updateTable('strip_palette')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

/** Colours by set, for boards of any production. */
export async function coloursOf(db: Db, ids: readonly string[]): Promise<Map<string, StripColours>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('strip_palette')
    .select(['id', 'colours'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map(({ id, colours }) => [id, colours]))
}

/** What a new board wears: the first set in the office's order that is not put away. */
export async function usual(db: Db): Promise<string> {
  const row = await db
    .selectFrom('strip_palette')
    .select('id')
    .orderBy(sql`archived_at is not null`)
    .orderBy('sort')
    .orderBy('name')
    .executeTakeFirstOrThrow()
  return row.id
}
