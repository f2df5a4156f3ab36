import { clockAt, dayAt, instantOf, addDays, minuteOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Ladder } from './sheetRule.contract.ts'

export type LadderStep = 'reminder' | 'second' | 'phone_list' | 'replace'

interface Rung {
  step: LadderStep
  at: Temporal.Instant
}

interface LadderFacts {
  issuedAt: Temporal.Instant
  onDate: PlainDay
  call: DayMinute | null
  timeZone: ZoneName
}

/**
 * The rungs for one person, in order, with the times the office begins with: a reminder two hours after it was sent, a second
 * at 21:00 the evening before, the phone list at 21:30 for calls before 08:00, replaced or released at 22:00. A late issue
 * starts the ladder at once: rungs it has already passed fall away, and the phone list is due as soon as the sheet is out.
 */
export function ladderFor({ issuedAt, onDate, call, timeZone }: LadderFacts, ladder: Ladder): Rung[] {
  const eve = (minute: number) => instantOf(addDays(onDate, -1), minute as DayMinute, timeZone)
  const second = eve(ladder.secondAt)
  const reminder = issuedAt.add({ minutes: ladder.reminderAfterMinutes })
  const early = call !== null && call < ladder.phoneForCallsBefore
  const rungs: Rung[] = []
  if (Temporal.Instant.compare(reminder, second) < 0)
    rungs.push({ step: 'reminder', at: afterQuietHours(reminder, timeZone, ladder) })
  if (Temporal.Instant.compare(issuedAt, second) < 0) rungs.push({ step: 'second', at: second })
  if (early) {
    rungs.push({ step: 'phone_list', at: later(issuedAt, eve(ladder.phoneListAt)) })
    rungs.push({ step: 'replace', at: later(issuedAt, eve(ladder.replaceAt)) })
  }
  return rungs
}

type QuietHours = Pick<Ladder, 'quietFrom' | 'quietUntil'>

/** A reminder that falls into the quiet hours waits until they end. */
export function afterQuietHours(at: Temporal.Instant, timeZone: ZoneName, hours: QuietHours): Temporal.Instant {
  if (!isQuiet(at, timeZone, hours)) return at
  const day = dayAt(at, timeZone)
  const isMorning = minuteOf(clockAt(at, timeZone)) < hours.quietUntil
  return instantOf(isMorning ? day : addDays(day, 1), hours.quietUntil as DayMinute, timeZone)
}

export function isQuiet(at: Temporal.Instant, timeZone: ZoneName, { quietFrom, quietUntil }: QuietHours): boolean {
  const minute = minuteOf(clockAt(at, timeZone))
  return minute >= quietFrom || minute < quietUntil
}

/** The rung that is due now and has not been taken: the last one passed, so that a night's sleep does not send two. */
export function dueRung(rungs: readonly Rung[], now: Temporal.Instant, taken: ReadonlySet<LadderStep>): Rung | null {
  const passed = rungs.filter((it) => Temporal.Instant.compare(it.at, now) <= 0)
  const last = passed.at(-1)
  return last === undefined || taken.has(last.step) ? null : last
}

/** What comes next, for the desk's last column. */
export const nextRung = (rungs: readonly Rung[], now: Temporal.Instant): Rung | null =>
  rungs.find((it) => Temporal.Instant.compare(it.at, now) > 0) ?? null

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) >= 0 ? a : b)
