import { sql } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { StripShape, StripLayout } from './layout.contract.ts'
import './schedule.table.ts'

const rows = (db: Db) =>
  db
    .selectFrom('strip_layout')
    .leftJoin('board', (join) =>
      join.onRef('board.layout_id', '=', 'strip_layout.id').on('board.archived_at', 'is', null),
    )
    .select((eb) => [
      'strip_layout.id',
      'strip_layout.name',
      'strip_layout.source',
      'strip_layout.dated',
      'strip_layout.shape',
      'strip_layout.version',
      eb('strip_layout.shipped', 'is not', null).as('isShipped'),
      eb('strip_layout.archived_at', 'is not', null).as('isArchived'),
      sql<number>`count(board.id)::int`.as('boards'),
    ])
    .groupBy('strip_layout.id')
    .orderBy(sql`strip_layout.archived_at is not null`)
    .orderBy('strip_layout.sort')
    .orderBy('strip_layout.name')

const shown = (row: Omit<StripLayout, 'isShipped' | 'isArchived'> & { isShipped: unknown; isArchived: unknown }) => ({
  ...row,
  isShipped: row.isShipped === true,
  isArchived: row.isArchived === true,
})

/** Layouts belong to the office; who may read a board sees what it shows. */
export const all = async (db: Db): Promise<StripLayout[]> => (await rows(db).execute()).map(shown)

export async function find(db: Db, id: string): Promise<StripLayout | undefined> {
  const row = await rows(db).where('strip_layout.id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** Takes turns with everybody who changes layouts. */
export const lockAll = (tx: Tx, _scope: OfficeScope) =>
  tx.selectFrom('strip_layout').select('id').orderBy('id').forUpdate().execute()

export type LayoutBody = Pick<StripLayout, 'name' | 'source' | 'dated' | 'shape'>

export const insert = (tx: Tx, _scope: OfficeScope, id: string, body: LayoutBody) =>
  tx
    .insertInto('strip_layout')
    .values({ ...body, id, shape: JSON.stringify(body.shape), shipped: null, sort: 100, archived_at: null })
    .execute()

export const update = (tx: Tx, _scope: OfficeScope, id: string, body: LayoutBody) =>
  tx
    .updateTable('strip_layout')
    .set({ ...body, shape: JSON.stringify(body.shape), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const setArchived = (tx: Tx, _scope: OfficeScope, id: string, at: Temporal.Instant | null) =>
  tx
    .updateTable('strip_layout')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

/** Shapes by layout, for boards of any production. */
export async function shapesOf(db: Db, ids: readonly string[]): Promise<Map<string, StripShape>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('strip_layout')
    .select(['id', 'shape'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map(({ id, shape }) => [id, shape]))
}

/** What a new board shows: the first layout in the office's order that is not put away. */
export async function usual(db: Db): Promise<string> {
  const row = await db
    .selectFrom('strip_layout')
    .select('id')
    .orderBy(sql`archived_at is not null`)
    .orderBy('sort')
    .orderBy('name')
    .executeTakeFirstOrThrow()
  return row.id
}
