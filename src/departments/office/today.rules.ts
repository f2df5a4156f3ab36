import { weekdays } from '../../kernel/time.ts'
import type { TodayBar, TodayRow, TodayShoot } from '../../kernel/today.ts'

/** How the front page sorts and words what it was told. Pure: the reader's day, hour and zone are given. */

export interface TodayClock {
  /** The office's date, `2026-05-11`. */
  date: string
  timeZone: string
  now: Temporal.Instant
}

/** The end of an office day; what is due before it stands first. */
const closingHour = 18

const local = (instant: string, { timeZone }: TodayClock) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

const daysUntil = (date: Temporal.PlainDate, clock: TodayClock) =>
  Temporal.PlainDate.from(clock.date).until(date).total('days')

const needGroups = ['By 18:00', 'Today', 'This week', 'Later'] as const
type NeedGroup = (typeof needGroups)[number]

/** A row without a moment belongs to today when something hangs on it, else to later. */
export function groupOf({ dueAt, severity }: Pick<TodayRow, 'dueAt' | 'severity'>, clock: TodayClock): NeedGroup {
  if (dueAt === null) return severity === 'notes' ? 'Later' : 'Today'
  const due = local(dueAt, clock)
  const days = daysUntil(due.toPlainDate(), clock)
  if (days < 0 || (days === 0 && due.hour < closingHour)) return 'By 18:00'
  if (days === 0) return 'Today'
  return days < 7 ? 'This week' : 'Later'
}

export const needsByGroup = (rows: readonly TodayRow[], clock: TodayClock) =>
  needGroups
    .map((label) => ({ label, rows: rows.filter((row) => groupOf(row, clock) === label) }))
    .filter((group) => group.rows.length > 0)

const two = (value: number) => String(value).padStart(2, '0')

/** When it is due, in as few letters as say it: `now`, `16:00`, `today`, `Wed 13`. */
export function dueWord(dueAt: string | null, clock: TodayClock): string {
  if (dueAt === null) return ''
  if (Temporal.Instant.compare(Temporal.Instant.from(dueAt), clock.now) <= 0) return 'now'
  const due = local(dueAt, clock)
  const days = daysUntil(due.toPlainDate(), clock)
  if (days === 0) return due.hour < closingHour ? `${two(due.hour)}:${two(due.minute)}` : 'today'
  return days === 1 ? 'tomorrow' : `${weekdays[due.dayOfWeek - 1] ?? ''} ${due.day}`
}

/** How long it has waited: `today`, `1 day`, `4 days`. */
export function waitedWord(since: string | null, clock: TodayClock): string {
  if (since === null) return ''
  const days = -daysUntil(local(since, clock).toPlainDate(), clock)
  if (days <= 0) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}

/** The shoots the page speaks of: tomorrow's, else today's, else those of the next day that has any. */
export function comingShoots(shoots: readonly TodayShoot[], date: string): { title: string; shoots: TodayShoot[] } {
  const tomorrow = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  const on = (day: string) => shoots.filter((it) => it.onDate === day)
  const [today, next] = [on(date), on(tomorrow)]
  if (today.length > 0)
    return { title: next.length > 0 ? 'Today’s and tomorrow’s shoots' : 'Today’s shoots', shoots: [...today, ...next] }
  if (next.length > 0) return { title: 'Tomorrow’s shoots', shoots: next }
  const day = shoots
    .map((it) => it.onDate)
    .filter((it) => it > tomorrow)
    .toSorted()[0]
  return { title: 'Next shoots', shoots: day === undefined ? [] : on(day) }
}

const timelineDays = 14

export interface PlacedBar extends TodayBar {
  /** Columns of the timeline, from 0; half-open. */
  start: number
  end: number
  lane: number
  /** What stands in the bar: `Shoot 3 days`, all of them, also those beyond the edge. One column has room for a word. */
  text: string
}

const offset = (date: string, day: string) =>
  Temporal.PlainDate.from(date).until(Temporal.PlainDate.from(day)).total('days')

/**
 * Bars of one production on the fourteen days from `date`, cut at both ends, each in the first lane that is free.
 * What is due is a point, but its label needs room: it takes two columns of a lane.
 */
export function placed(bars: readonly TodayBar[], date: string): PlacedBar[] {
  const ends: number[] = []
  return bars
    .map((bar) => {
      const start = Math.max(0, offset(date, bar.from))
      const end = Math.min(timelineDays, bar.kind === 'due' ? start + 2 : offset(date, bar.until))
      return { ...bar, start, end, text: end - start > 1 ? withDays(bar) : bar.label }
    })
    .filter((bar) => bar.end > bar.start && bar.start < timelineDays && offset(date, bar.until) > 0)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.start)
      const lane = free < 0 ? ends.length : free
      ends[lane] = bar.end
      return { ...bar, lane }
    })
}

function withDays({ kind, label, from, until }: TodayBar): string {
  const days = offset(from, until)
  return kind === 'shoot' && days > 1 ? `${label} ${days} days` : label
}

export interface TimelineDay {
  date: string
  weekday: string
  day: number
  weekend: boolean
}

export const timelineFrom = (date: string): TimelineDay[] =>
  Array.from({ length: timelineDays }, (_, add) => {
    const day = Temporal.PlainDate.from(date).add({ days: add })
    return {
      date: day.toString(),
      weekday: weekdays[day.dayOfWeek - 1] ?? '',
      day: day.day,
      weekend: day.dayOfWeek > 5,
    }
  })
