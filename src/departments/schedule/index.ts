import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Board } from './board.contract.ts'
import { MAIN_UNIT } from './board.contract.ts'
import type { BoardSheet, SheetDay } from './board.rules.ts'
import * as store from './board.store.ts'
import { countingBoards } from './counting.rules.ts'
import { sheetsOf } from './load.actions.ts'

/** The board that drives call sheets, reports and feeds; undefined before the first script or board. */
export const activeBoard = async (db: Db, scope: ProductionScope): Promise<Board | undefined> =>
  (await store.all(db, scope)).find((board) => board.state === 'active' && !board.runsAlongside)

/**
 * A board with everything computed: days in order with headers and rows, start times, wrap, boneyard, cast columns.
 * @throws NotFound
 * @example (await boardSheet(db, scope, id)).days[0].header // { number: 1, of: 3, eighths: 41, wrap: 1035, … }
 */
export { sheet as boardSheet } from './board.reads.actions.ts'

/** The active board and whatever published board runs alongside it, each computed; empty before there is a plan. */
export async function planSheets(db: Db, scope: ProductionScope): Promise<BoardSheet[]> {
  return [...(await sheetsOf(db, scope, countingBoards(await store.all(db, scope)))).values()]
}

/**
 * One unit's day of the plan, with its strips and times.
 * @returns undefined when nobody of that unit has this date
 */
export async function dayOf(
  db: Db,
  scope: ProductionScope,
  onDate: PlainDay,
  unit: string = MAIN_UNIT,
): Promise<{ board: Board; day: SheetDay; sheet: BoardSheet } | undefined> {
  for (const sheet of await planSheets(db, scope)) {
    const day = sheet.days.find((it) => it.day.onDate === onDate && it.day.unit === unit)
    if (day) return { board: sheet.facts.board, day, sheet }
  }
  return undefined
}

/** Published revisions of the schedule, newest first; each never changes. */
export { all as issues } from './issues.store.ts'

/** A published schedule with the facts it froze. @throws NotFound */
export { issued } from './board.reads.actions.ts'

/** Travel, rehearsals and fittings beside the strips, for day out of days and feeds. */
export { events as elementEvents } from './marks.store.ts'

/** For the sample production and commands: the same actions the routes call. */
export { activate, create as createBoard, publish } from './board.actions.ts'
export { add as addDays } from './days.actions.ts'
export { setCalendar as setBoardCalendar } from './boardcalendar.actions.ts'
export { addBanner, change as changeStrip, move } from './strips.actions.ts'
export { addEvent, addFlag } from './marks.actions.ts'
export { view as boardView } from './board.reads.actions.ts'

/** When each person and thing is at work on each day, from arrival to release. Pure; see works.rules.ts. */
export { worksOf } from './works.rules.ts'

export type { BoardSheet, SheetDay, SheetRow } from './board.rules.ts'
export type { Board, BoardId, ScheduleIssue, ScheduleIssueId, ShootDayId, StripId } from './board.contract.ts'

/** Day out of days for any element, with what each code says. Pure; see dood.rules.ts. */
export { dayOutOfDays, doodLegend, usualDrop } from './dood.rules.ts'

/** Boards by name, the active one first, without computing them. */
export { all as boards } from './board.store.ts'

/** What a banner strip is called when nobody named it, and a scene's number with its part. */
export { bannerOf } from './banners.rules.ts'
export { stripNumber } from './split.rules.ts'

/** Days of the active boards of several productions in a span (half-open), for fronts that look across the office. */
export { plannedDays } from './today.store.ts'
export type { PlannedDay } from './today.rules.ts'
