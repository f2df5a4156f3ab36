import { dayAt, instantOf, addDays } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'

/**
 * When the office goes after those who have not answered. All times are on the clock of the shoot.
 * @see the handbook, call sheets, section 5
 */
const ladderTimes = {
  reminderAfterMinutes: 120,
  secondAt: 21 * 60,
  phoneListAt: 21 * 60 + 30,
  replaceAt: 22 * 60,
  phoneForCallsBefore: 8 * 60,
  quietFrom: 22 * 60,
  quietUntil: 5 * 60,
} as const

export type LadderStep = 'reminder' | 'second' | 'phone_list' | 'replace'

export interface Rung {
  step: LadderStep
  at: Temporal.Instant
}

export interface LadderFacts {
  issuedAt: Temporal.Instant
  onDate: PlainDay
  call: DayMinute | null
  timeZone: ZoneName
}

/**
 * The rungs for one person, in order: a reminder two hours after it was sent, a second at 21:00 the evening before, the phone
 * list at 21:30 for calls before 08:00, replaced or released at 22:00. A late issue starts the ladder at once: rungs it has
 * already passed fall away, and the phone list is due as soon as the sheet is out.
 */
export function ladderFor({ issuedAt, onDate, call, timeZone }: LadderFacts): Rung[] {
  const eve = (minute: number) => instantOf(addDays(onDate, -1), minute as DayMinute, timeZone)
  const second = eve(ladderTimes.secondAt)
  const reminder = issuedAt.add({ minutes: ladderTimes.reminderAfterMinutes })
  const early = call !== null && call < ladderTimes.phoneForCallsBefore
  const rungs: Rung[] = []
  if (Temporal.Instant.compare(reminder, second) < 0)
    rungs.push({ step: 'reminder', at: afterQuietHours(reminder, timeZone) })
  if (Temporal.Instant.compare(issuedAt, second) < 0) rungs.push({ step: 'second', at: second })
  if (early) {
    rungs.push({ step: 'phone_list', at: later(issuedAt, eve(ladderTimes.phoneListAt)) })
    rungs.push({ step: 'replace', at: later(issuedAt, eve(ladderTimes.replaceAt)) })
  }
  return rungs
}

/** Quiet hours are 22:00 to 05:00; a reminder that falls into them waits until they end. */
export function afterQuietHours(at: Temporal.Instant, timeZone: ZoneName): Temporal.Instant {
  if (!isQuiet(at, timeZone)) return at
  const local = at.toZonedDateTimeISO(timeZone)
  const day = dayAt(at, timeZone)
  const until = ladderTimes.quietUntil as DayMinute
  return local.hour * 60 < ladderTimes.quietUntil
    ? instantOf(day, until, timeZone)
    : instantOf(addDays(day, 1), until, timeZone)
}

export function isQuiet(at: Temporal.Instant, timeZone: ZoneName): boolean {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  const now = hour * 60 + minute
  return now >= ladderTimes.quietFrom || now < ladderTimes.quietUntil
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
