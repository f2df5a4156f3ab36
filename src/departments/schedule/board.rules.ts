import { isMainUnit } from '../../kernel/units.ts'
import { sumEighths } from '../../kernel/eighths.ts'
import { compareSceneNumbers } from '../../kernel/sceneNumber.ts'
import type { DayMinute } from '../../kernel/time.ts'
import type {
  BoardFacts,
  DayType,
  ShootDay,
  ShootDayId,
  Strip,
  StripElement,
  StripPlace,
  StripScene,
} from './board.contract.ts'
import { restOf } from './days.rules.ts'
import { runningClock } from './clock.rules.ts'
import type { ClockRow, DayClock, LateMeal } from './clock.rules.ts'

export interface SheetRow {
  readonly strip: Strip
  readonly scene: StripScene | null
  readonly place: StripPlace | null
  /** Page eighths that count here: the part's, or the scene's; an omitted scene and a banner count nothing. */
  readonly eighths: number
  /** Null on days without a call and in the boneyard. */
  readonly clock: ClockRow | null
}

export interface DayHeader {
  /** Null on days nobody shoots. */
  readonly number: number | null
  readonly of: number
  readonly eighths: number
  readonly sceneCount: number
  readonly castIds: readonly string[]
  readonly call: DayMinute | null
  readonly cameraWrap: DayMinute | null
  readonly wrap: DayMinute | null
  readonly targetEighths: number | null
  /** Eighths above the day's target; 0 when within it. */
  readonly overBy: number
  readonly lateMeal: LateMeal | null
  readonly moveCount: number
  /** Why the board's calendar rests on this date, in words; null on a working day. */
  readonly rest: string | null
  readonly places: readonly StripPlace[]
}

export interface SheetDay {
  readonly day: ShootDay
  readonly header: DayHeader
  readonly rows: readonly SheetRow[]
  readonly clock: DayClock | null
}

interface BoardTotals {
  readonly scenes: number
  readonly scenesPlaced: number
  readonly eighths: number
  readonly eighthsPlaced: number
}

/** A board with everything computed: the same for the screen, the reports, the call sheets and what is published. */
export interface BoardSheet {
  readonly facts: BoardFacts
  readonly days: readonly SheetDay[]
  readonly boneyard: readonly SheetRow[]
  /** One column per numbered character, so that a person's day reads straight down. */
  readonly castColumns: readonly StripElement[]
  readonly totals: BoardTotals
}

/** Days on which a camera turns. They are numbered; the others keep the count. */
export const isShot = (type: DayType): boolean => type === 'shoot' || type === 'weather'

/** Days in the order they happen; of several units on one date the main unit comes first. */
export const inOrder = (days: readonly ShootDay[]): ShootDay[] =>
  [...days].sort(
    (a, b) => a.onDate.localeCompare(b.onDate) || unitRank(a.unit) - unitRank(b.unit) || a.unit.localeCompare(b.unit),
  )

const unitRank = (unit: string): number => (isMainUnit(unit) ? 0 : 1)

/** Every row of a board: day by day, then the boneyard. */
export const rowsOf = ({ days, boneyard }: Pick<BoardSheet, 'days' | 'boneyard'>): SheetRow[] => [
  ...days.flatMap((day) => day.rows),
  ...boneyard,
]

/** Day n of m, counted for each unit apart. */
export function numberDays(days: readonly ShootDay[]): Map<ShootDayId, { number: number | null; of: number }> {
  const counts = new Map<string, number>()
  const numbers = new Map<ShootDayId, number | null>()
  for (const day of inOrder(days)) {
    const next = (counts.get(day.unit) ?? 0) + 1
    if (isShot(day.type)) counts.set(day.unit, next)
    numbers.set(day.id, isShot(day.type) ? next : null)
  }
  return new Map(days.map((day) => [day.id, { number: numbers.get(day.id) ?? null, of: counts.get(day.unit) ?? 0 }]))
}

/** The whole board from its facts. */
export function sheetOf(facts: BoardFacts): BoardSheet {
  const rows = rowsByDay(facts)
  const numbers = numberDays(facts.days)
  const days = inOrder(facts.days).map((day) => {
    const { number, of } = numbers.get(day.id) ?? { number: null, of: 0 }
    return sheetDay(facts, day, rows.get(day.id) ?? [], number, of)
  })
  const boneyard = rows.get(null) ?? []
  return { facts, days, boneyard, castColumns: castColumns(facts), totals: totalsOf(facts, days) }
}

function rowsByDay(facts: BoardFacts): Map<ShootDayId | null, SheetRow[]> {
  const scenes = new Map(facts.scenes.map((scene) => [scene.id, scene]))
  const places = new Map(facts.places.map((place) => [place.id, place]))
  const rows = new Map<ShootDayId | null, SheetRow[]>()
  for (const strip of facts.strips) {
    const scene = strip.sceneId === null ? null : (scenes.get(strip.sceneId) ?? null)
    const placeId = strip.locationId ?? scene?.locationId ?? null
    const eighths = scene === null || scene.isOmitted ? 0 : (strip.eighths ?? scene.eighths)
    const place = placeId === null ? null : (places.get(placeId) ?? null)
    const lane = rows.get(strip.dayId)
    const row = { strip, scene, place, eighths, clock: null }
    if (lane) lane.push(row)
    else rows.set(strip.dayId, [row])
  }
  return rows
}

function sheetDay(
  facts: BoardFacts,
  day: ShootDay,
  laid: readonly SheetRow[],
  number: number | null,
  of: number,
): SheetDay {
  const clock =
    day.callTime === null
      ? null
      : runningClock({
          onDate: day.onDate,
          callTime: day.callTime,
          strips: laid.map(({ strip, eighths, scene }) => ({ strip, eighths, planned: plannedMinutes(strip, scene) })),
          pace: facts.board.pace,
          mealAfterMinutes: facts.mealAfterMinutes,
          timeZone: facts.timeZone,
        })
  const rows = laid.map((row, index) => ({ ...row, clock: clock?.rows[index] ?? null }))
  const eighths = sumEighths(rows.map((row) => row.eighths))
  const shot = rows.filter((row) => row.scene !== null && !row.scene.isOmitted)
  const targetEighths = day.targetEighths ?? facts.board.defaultTargetEighths
  const header: DayHeader = {
    number,
    of,
    eighths,
    sceneCount: new Set(shot.map((row) => row.scene?.id)).size,
    castIds: [...new Set(shot.flatMap((row) => row.scene?.castIds ?? []))],
    call: clock?.call ?? null,
    cameraWrap: clock?.cameraWrap ?? null,
    wrap: clock?.wrap ?? null,
    targetEighths,
    overBy: targetEighths === null ? 0 : Math.max(0, eighths - targetEighths),
    lateMeal: clock?.lateMeal ?? null,
    moveCount: rows.filter((row) => row.strip.kind === 'company_move').length,
    rest: facts.calendar === null ? null : (restOf(facts.calendar, day.onDate) ?? null),
    places: [...new Map(shot.flatMap((row) => (row.place ? [[row.place.id, row.place] as const] : []))).values()],
  }
  return { day, header, rows, clock }
}

/** A frame's own minutes; a part of one, and an omitted one, has none. */
const plannedMinutes = (strip: Strip, scene: StripScene | null): number | null =>
  scene === null || strip.part !== null ? null : scene.isOmitted ? 0 : scene.minutes

/** Characters with a board number, in its order; those without one follow by name. */
function castColumns(facts: BoardFacts): StripElement[] {
  const used = new Set(facts.scenes.flatMap((scene) => (scene.isOmitted ? [] : scene.castIds)))
  return facts.elements
    .filter((element) => used.has(element.id))
    .sort((a, b) => byNumber(a.boardNumber, b.boardNumber) || a.name.localeCompare(b.name))
}

const byNumber = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : compareSceneNumbers(a, b)

/** An omitted scene keeps its number and counts for nothing; a split scene counts as placed when a part is. */
function totalsOf(facts: BoardFacts, days: readonly SheetDay[]): BoardTotals {
  const live = facts.scenes.filter((scene) => !scene.isOmitted)
  const placed = days.flatMap((day) => day.rows).filter((row) => row.scene !== null && !row.scene.isOmitted)
  return {
    scenes: live.length,
    scenesPlaced: new Set(placed.map((row) => row.scene?.id)).size,
    eighths: sumEighths(live.map((scene) => scene.eighths)),
    eighthsPlaced: sumEighths(placed.map((row) => row.eighths)),
  }
}
