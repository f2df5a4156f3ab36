import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BoardId, MarkedDay, OwnCalendar, ShootDayId } from './board.contract.ts'
import './schedule.table.ts'

/** The dates of several boards that differ from their production's calendar, in order. */
export async function daysOf(db: Db, boardIds: readonly BoardId[]): Promise<Map<BoardId, MarkedDay[]>> {
  if (boardIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('board_calendar_day')
    .select(['board_id as boardId', 'on_date as onDate', 'kind', 'label'])
    .where('board_id', 'in', boardIds as BoardId[])
    .orderBy('on_date')
    .execute()
  const days = new Map<BoardId, MarkedDay[]>()
  for (const { boardId, ...day } of rows) days.set(boardId, [...(days.get(boardId) ?? []), day])
  return days
}

/** Replaces what the board changes in the production's calendar. */
export async function replace(tx: Tx, scope: ProductionScope, boardId: BoardId, own: OwnCalendar): Promise<void> {
  await tx
    .updateTable('board')
    .set({ days_off: own.daysOff })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', boardId)
    .execute()
  await tx.deleteFrom('board_calendar_day').where('board_id', '=', boardId).execute()
  if (own.days.length === 0) return
  await tx
    .insertInto('board_calendar_day')
    .values(own.days.map(({ onDate, kind, label }) => ({ board_id: boardId, on_date: onDate, kind, label })))
    .execute()
}

/** Writes new dates in one statement, however many days move. */
export async function redate(tx: Tx, boardId: BoardId, dates: ReadonlyMap<ShootDayId, PlainDay>): Promise<void> {
  if (dates.size === 0) return
  await sql`
    update shoot_day set on_date = new.on_date
    from unnest(${[...dates.keys()]}::uuid[], ${[...dates.values()]}::date[]) as new (id, on_date)
    where shoot_day.id = new.id and shoot_day.board_id = ${boardId}`.execute(tx)
}
