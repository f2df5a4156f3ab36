import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Board, BoardId, BoardLook, BoardState, Pace } from './board.contract.ts'
import * as calendars from './boardcalendar.store.ts'
import './schedule.table.ts'

const columns = [
  'id',
  'name',
  'state',
  'runs_alongside as runsAlongside',
  'minutes_per_eighth as minutesPerEighth',
  'prep_minutes as prepMinutes',
  'wrap_minutes as wrapMinutes',
  'default_target_eighths as defaultTargetEighths',
  'look',
  'palette_id as palette',
  'layout_id as layout',
  'version',
  'days_off as daysOff',
] as const

interface BoardRow extends Omit<Board, 'pace' | 'calendar' | 'look'>, Pace {
  readonly look: Omit<BoardLook, 'palette' | 'layout'>
  readonly palette: string
  readonly layout: string
  readonly daysOff: number[] | null
}

async function shown(db: Db, rows: readonly BoardRow[]): Promise<Board[]> {
  const days = await calendars.daysOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ minutesPerEighth, prepMinutes, wrapMinutes, daysOff, palette, layout, look, ...row }) => ({
    ...row,
    look: { ...look, palette, layout },
    pace: { minutesPerEighth, prepMinutes, wrapMinutes },
    calendar: { daysOff, days: days.get(row.id) ?? [] },
  }))
}

/** Boards that are not put away: the active one, then what runs alongside and the scenarios in order of making. */
export async function all(db: Db, scope: ProductionScope): Promise<Board[]> {
  const rows = await db
    .selectFrom('board')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', 'is', null)
    .orderBy(sql`state = 'active' and not runs_alongside`, 'desc')
    .orderBy('created_at')
    .orderBy('name')
    .execute()
  return shown(db, rows)
}

export async function find(db: Db, scope: ProductionScope, id: BoardId): Promise<Board | undefined> {
  const row = await db
    .selectFrom('board')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row && (await shown(db, [row]))[0]
}

/** Holds the board until the transaction ends, so that two people arranging it take turns. */
export async function lock(tx: Tx, scope: ProductionScope, id: BoardId): Promise<Board | undefined> {
  const row = await tx
    .selectFrom('board')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && (await shown(tx, [row]))[0]
}

/** Holds several boards, always in the same order, so that two who want the same ones take turns. */
export const lockAll = (tx: Tx, scope: ProductionScope, ids: readonly BoardId[]) =>
  tx
    .selectFrom('board')
    .select('id')
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', ids as BoardId[])
    .orderBy('id')
    .forUpdate()
    .execute()

/** Keeps the boards that count as they are until the transaction ends. Readers share it; whoever changes one waits. */
export const holdPublished = (tx: Tx, scope: ProductionScope) =>
  tx
    .selectFrom('board')
    .select('id')
    .where('production_id', '=', scope.productionId)
    .where('state', '!=', 'draft')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute()

/** Takes the board's next version: every change on a board, its days and its strips does. */
export const touch = (tx: Tx, scope: ProductionScope, ids: readonly BoardId[]) =>
  tx
    .updateTable('board')
    .set({ version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', ids as BoardId[])
    .execute()

const worn = ({ palette, layout, ...look }: BoardLook) => ({
  palette_id: palette,
  layout_id: layout,
  look: JSON.stringify(look),
})

interface NewBoard {
  readonly id: BoardId
  readonly name: string
  readonly state: BoardState
  readonly runsAlongside: boolean
  readonly pace: Pace
  readonly look: BoardLook
  readonly defaultTargetEighths: number | null
  readonly createdAt: Temporal.Instant
}

export const insert = (tx: Tx, scope: ProductionScope, board: NewBoard) =>
  tx
    .insertInto('board')
    .values({
      id: board.id,
      production_id: scope.productionId,
      name: board.name,
      state: board.state,
      runs_alongside: board.runsAlongside,
      minutes_per_eighth: board.pace.minutesPerEighth,
      prep_minutes: board.pace.prepMinutes,
      wrap_minutes: board.pace.wrapMinutes,
      default_target_eighths: board.defaultTargetEighths,
      ...worn(board.look),
      days_off: null,
      created_at: board.createdAt.toString(),
      archived_at: null,
    })
    .execute()

export const change = (tx: Tx, scope: ProductionScope, board: Omit<Board, 'version'>) =>
  tx
    .updateTable('board')
    .set({
      name: board.name,
      state: board.state,
      runs_alongside: board.runsAlongside,
      minutes_per_eighth: board.pace.minutesPerEighth,
      prep_minutes: board.pace.prepMinutes,
      wrap_minutes: board.pace.wrapMinutes,
      default_target_eighths: board.defaultTargetEighths,
      ...worn(board.look),
    })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', board.id)
    .execute()

export const setState = (tx: Tx, scope: ProductionScope, id: BoardId, state: BoardState) =>
  tx
    .updateTable('board')
    .set({ state, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

export const archive = (tx: Tx, scope: ProductionScope, id: BoardId, at: Temporal.Instant) =>
  tx
    .updateTable('board')
    .set({ archived_at: at.toString(), version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

/**
 * Pretends, inside a preview, that this board drives everything. Versions stay, so that the change being previewed
 * still meets the version its sender saw.
 */
export async function pretendActive(tx: Tx, scope: ProductionScope, board: Board): Promise<void> {
  if (board.state === 'active') return
  if (!board.runsAlongside)
    await tx
      .updateTable('board')
      .set({ state: 'draft' })
      .where('production_id', '=', scope.productionId)
      .where('state', '=', 'active')
      .where('runs_alongside', '=', false)
      .execute()
  await tx
    .updateTable('board')
    .set({ state: 'active' })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', board.id)
    .execute()
}
