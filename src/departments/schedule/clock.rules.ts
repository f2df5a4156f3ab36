import { instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { bannerOf, isMeal } from './banners.rules.ts'
import type { Pace, Strip, StripId } from './board.contract.ts'
import { clocksChange } from './epoch.rules.ts'

/** One strip on the running clock. `until` is where the next one may begin. */
export interface ClockRow {
  readonly stripId: StripId
  readonly from: DayMinute
  readonly until: DayMinute
  readonly minutes: number
  /** The length was typed by a person; pace no longer changes it. */
  readonly isOverridden: boolean
  /** A start somebody fixed that the day has already run past, by so many minutes. */
  readonly lateBy: number
}

/** A meal that comes later than the agreement allows, or never. */
export interface LateMeal {
  readonly due: DayMinute
  readonly at: DayMinute | null
  readonly lateBy: number
}

export interface DayClock {
  readonly rows: readonly ClockRow[]
  readonly call: DayMinute
  readonly cameraWrap: DayMinute
  readonly wrap: DayMinute
  readonly lateMeal: LateMeal | null
}

interface DayWork {
  readonly onDate: PlainDay
  readonly callTime: DayMinute
  /** In the order they are shot, with the page eighths each counts for and the minutes its scene was planned with. */
  readonly strips: readonly { readonly strip: Strip; readonly eighths: number; readonly planned: number | null }[]
  readonly pace: Pace
  readonly mealAfterMinutes: number
  readonly timeZone: ZoneName
}

const STEP = 5

/**
 * How long a strip takes when nobody has said otherwise: page eighths times pace, to the next five minutes, because
 * boards are planned in fives. Banners take what is usual.
 * @example estimateMinutes({ kind: 'scene' }, 7, { minutesPerEighth: 8 }) // 60, from 56
 */
export function estimateMinutes(strip: Pick<Strip, 'kind'>, eighths: number, pace: Pace): number {
  if (strip.kind === 'day_start') return pace.prepMinutes
  if (strip.kind !== 'scene') return bannerOf(strip.kind)?.usualMinutes ?? 0
  return Math.ceil((eighths * pace.minutesPerEighth) / STEP) * STEP
}

/**
 * Adds minutes of work to a wall clock. In a night when clocks change, four hours of work end at another wall time
 * than four hours later on the dial.
 */
function afterWork(onDate: PlainDay, from: DayMinute, minutes: number, zone: ZoneName): DayMinute {
  const end = instantOf(onDate, from, zone).add({ minutes }).toZonedDateTimeISO(zone)
  const days = Temporal.PlainDate.from(onDate).until(end.toPlainDate(), { largestUnit: 'day' }).days
  return days * 1440 + end.hour * 60 + end.minute
}

/**
 * The day as it would run: call, preparation, then strip by strip, banners and moves included, and the time to get
 * away. A fixed start makes the day wait for it; when the day is already later, the strip follows and says by how much.
 */
export function runningClock(day: DayWork): DayClock {
  const isOddNight = clocksChange(day.onDate, day.timeZone)
  const later = (from: DayMinute, minutes: number): DayMinute =>
    isOddNight ? afterWork(day.onDate, from, minutes, day.timeZone) : from + minutes
  const startsItself = day.strips[0]?.strip.kind === 'day_start'
  let now = startsItself ? day.callTime : later(day.callTime, day.pace.prepMinutes)
  const rows: ClockRow[] = []
  for (const { strip, eighths, planned } of day.strips) {
    const from = Math.max(now, strip.startOverride ?? now)
    const minutes = strip.minutesOverride ?? planned ?? estimateMinutes(strip, eighths, day.pace)
    const until = later(from, minutes)
    const lateBy = strip.startOverride === null ? 0 : Math.max(0, from - strip.startOverride)
    rows.push({ stripId: strip.id, from, until, minutes, isOverridden: strip.minutesOverride !== null, lateBy })
    now = until
  }
  const cameraWrap = rows.length === 0 ? day.callTime : now
  const wrap = rows.length === 0 ? day.callTime : later(now, day.pace.wrapMinutes)
  return { rows, call: day.callTime, cameraWrap, wrap, lateMeal: lateMealOf(day, rows, cameraWrap) }
}

/** Nobody works longer than the limit without a meal: from call to the first, from the end of each to the next or wrap. */
function lateMealOf(day: DayWork, rows: readonly ClockRow[], cameraWrap: DayMinute): LateMeal | null {
  let due = day.callTime + day.mealAfterMinutes
  for (const [index, row] of rows.entries()) {
    const strip = day.strips[index]?.strip
    if (!strip || !isMeal(strip.kind)) continue
    if (row.from > due) return { due, at: row.from, lateBy: row.from - due }
    due = row.until + day.mealAfterMinutes
  }
  return cameraWrap > due ? { due, at: null, lateBy: cameraWrap - due } : null
}
