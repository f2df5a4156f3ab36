import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Board } from './board.contract.ts'
import type { BoardSheet } from './board.rules.ts'
import * as store from './board.store.ts'
import { countingBoards, planAmong } from './counting.rules.ts'
import { sheetsOf } from './load.actions.ts'

/** The board that drives call sheets, reports and feeds; undefined before the first script or board. */
export const activeBoard = async (db: Db, scope: ProductionScope): Promise<Board | undefined> =>
  planAmong(await store.all(db, scope))

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
 * Keeps the plan as it is until the transaction ends, for what is issued from it: whoever moves a strip or takes a day off
 * waits, or was first. Several may hold it at once.
 */
export { holdPublished as holdPlan } from './board.store.ts'

/** Published revisions of the schedule, newest first; each never changes. */
export { all as issues } from './issues.store.ts'

/** A published schedule with the facts it froze. @throws NotFound */
export { issued } from './board.reads.actions.ts'

/** Travel, rehearsals and fittings beside the strips, for day out of days and feeds. */
export { events as elementEvents } from './marks.store.ts'

/** For the sample production: the same actions the routes call. */
export { create as createBoard, publish } from './board.actions.ts'
export { add as addDays } from './days.actions.ts'
export { addBanner, change as changeStrip, move } from './strips.actions.ts'
export { addFlag } from './marks.actions.ts'

export type { BoardSheet, SheetDay, SheetRow } from './board.rules.ts'

/** Day out of days for any element, with what each code says. Pure; see dood.rules.ts. */
export { dayOutOfDays, doodLegend, usualDrop } from './dood.rules.ts'

/** Boards by name, the active one first, without computing them. */
export { all as boards } from './board.store.ts'

/** What a banner strip is called when nobody named it, and a scene's number with its part. */
export { fieldsOf } from './layout.rules.ts'
export { bannerOf } from './banners.rules.ts'
export { dayTypeWords } from './days.rules.ts'
export { stripNumber } from './split.rules.ts'

/** Days of the plans of several productions in a span (half-open), for fronts that look across the office. */
export { plannedDays } from './today.store.ts'
export type { PlannedDay } from './today.rules.ts'

/** Rest between two days and the time until a meal, where a production has no working-time profile. */
export { usualHours } from './rule.store.ts'
