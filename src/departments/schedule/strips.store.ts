import { sql } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BoardId, ShootDay, ShootDayId, Strip, StripId } from './board.contract.ts'
import type { PartOf } from './split.rules.ts'
import './schedule.table.ts'

export type StripOnBoard = Strip & { readonly boardId: BoardId; readonly position: number }
export type DayOnBoard = ShootDay & { readonly boardId: BoardId }

const stripColumns = [
  'strip.id',
  'strip.board_id as boardId',
  'strip.day_id as dayId',
  'strip.position',
  'strip.kind',
  'strip.scene_id as sceneId',
  'strip.part',
  'strip.parts',
  'strip.eighths',
  'strip.title',
  'strip.minutes_override as minutesOverride',
  'strip.start_override as startOverride',
  'strip.location_id as locationId',
  'strip.cheats_light as cheatsLight',
] as const

const dayColumns = [
  'shoot_day.id',
  'shoot_day.board_id as boardId',
  'shoot_day.on_date as onDate',
  'shoot_day.type',
  'shoot_day.unit',
  'shoot_day.call_time as callTime',
  'shoot_day.target_eighths as targetEighths',
  'shoot_day.note',
] as const

/** Strips of several boards, each lane in the order it lies. */
export const stripsOf = async (
  db: Db,
  scope: ProductionScope,
  boardIds: readonly BoardId[],
): Promise<StripOnBoard[]> =>
  boardIds.length === 0
    ? []
    : db
        .selectFrom('strip')
        .innerJoin('board', 'board.id', 'strip.board_id')
        .select(stripColumns)
        .where('board.production_id', '=', scope.productionId)
        .where('strip.board_id', 'in', boardIds as BoardId[])
        .orderBy('strip.board_id')
        .orderBy('strip.position')
        .orderBy('strip.id')
        .execute()

export const daysOf = async (db: Db, scope: ProductionScope, boardIds: readonly BoardId[]): Promise<DayOnBoard[]> =>
  boardIds.length === 0
    ? []
    : db
        .selectFrom('shoot_day')
        .innerJoin('board', 'board.id', 'shoot_day.board_id')
        .select(dayColumns)
        .where('board.production_id', '=', scope.productionId)
        .where('shoot_day.board_id', 'in', boardIds as BoardId[])
        .where('shoot_day.archived_at', 'is', null)
        .orderBy('shoot_day.on_date')
        .orderBy('shoot_day.unit')
        .orderBy('shoot_day.id')
        .execute()

/** Every date any board of the production names. */
export async function datesOf(db: Db, scope: ProductionScope): Promise<PlainDay[]> {
  const rows = await db
    .selectFrom('shoot_day')
    .innerJoin('board', 'board.id', 'shoot_day.board_id')
    .select('shoot_day.on_date as onDate')
    .distinct()
    .where('board.production_id', '=', scope.productionId)
    .where('board.archived_at', 'is', null)
    .where('shoot_day.archived_at', 'is', null)
    .orderBy('onDate')
    .execute()
  return rows.map((row) => row.onDate)
}

export async function insertStrips(tx: Tx, strips: readonly StripOnBoard[]): Promise<void> {
  if (strips.length === 0) return
  await tx
    .insertInto('strip')
    .values(
      strips.map((strip) => ({
        id: strip.id,
        board_id: strip.boardId,
        day_id: strip.dayId,
        position: strip.position,
        kind: strip.kind,
        scene_id: strip.sceneId,
        part: strip.part,
        parts: strip.parts,
        eighths: strip.eighths,
        title: strip.title,
        minutes_override: strip.minutesOverride,
        start_override: strip.startOverride,
        location_id: strip.locationId,
        cheats_light: strip.cheatsLight,
      })),
    )
    .execute()
}

export async function insertDays(tx: Tx, days: readonly DayOnBoard[]): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('shoot_day')
    .values(
      days.map((day) => ({
        id: day.id,
        board_id: day.boardId,
        on_date: day.onDate,
        type: day.type,
        unit: day.unit,
        call_time: day.callTime,
        target_eighths: day.targetEighths,
        note: day.note,
        archived_at: null,
      })),
    )
    .execute()
}

interface Place {
  readonly stripId: StripId
  readonly dayId: ShootDayId | null
  readonly position: number
}

/** Writes the new places in one statement, however many strips move. */
export async function place(tx: Tx, boardId: BoardId, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  await sql`
    update strip set day_id = new.day_id, position = new.position
    from unnest(
      ${places.map((it) => it.stripId)}::uuid[],
      ${places.map((it) => it.dayId)}::uuid[],
      ${places.map((it) => it.position)}::int[]
    ) as new (id, day_id, position)
    where strip.id = new.id and strip.board_id = ${boardId}`.execute(tx)
}

export const changeStrip = (tx: Tx, boardId: BoardId, strip: Strip) =>
  tx
    .updateTable('strip')
    .set({
      title: strip.title,
      minutes_override: strip.minutesOverride,
      start_override: strip.startOverride,
      location_id: strip.locationId,
      cheats_light: strip.cheatsLight,
    })
    .where('board_id', '=', boardId)
    .where('id', '=', strip.id)
    .execute()

export async function setParts(tx: Tx, boardId: BoardId, parts: readonly PartOf[]): Promise<void> {
  for (const { id, part, parts: of, eighths } of parts)
    await tx
      .updateTable('strip')
      .set({ part, parts: of, eighths })
      .where('board_id', '=', boardId)
      .where('id', '=', id)
      .execute()
}

export const deleteStrip = (tx: Tx, boardId: BoardId, id: StripId) =>
  tx.deleteFrom('strip').where('board_id', '=', boardId).where('id', '=', id).execute()

export const changeDay = (tx: Tx, boardId: BoardId, day: ShootDay) =>
  tx
    .updateTable('shoot_day')
    .set({
      on_date: day.onDate,
      type: day.type,
      unit: day.unit,
      call_time: day.callTime,
      target_eighths: day.targetEighths,
      note: day.note,
    })
    .where('board_id', '=', boardId)
    .where('id', '=', day.id)
    .execute()

export const archiveDay = (tx: Tx, boardId: BoardId, id: ShootDayId, at: Temporal.Instant) =>
  tx
    .updateTable('shoot_day')
    .set({ archived_at: at.toString() })
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .execute()
