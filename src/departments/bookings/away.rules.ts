import { addDays, daysThrough, weekdayOf, weekdays as names, type PlainDay } from '../../kernel/time.ts'
import type { AbsenceKind } from './booking.contract.ts'
import type { Bar } from './timeline.contract.ts'

/** A window has some dozens of dates and thousands of rows: each date is counted on once. */
function daysAfter(): (day: PlainDay) => PlainDay {
  const known = new Map<PlainDay, PlainDay>()
  return (day) => {
    const after = known.get(day) ?? addDays(day, 1)
    known.set(day, after)
    return after
  }
}

export interface AwayDay {
  readonly resourceId: Bar['resourceId']
  readonly onDate: PlainDay
  readonly kind: AbsenceKind
  readonly note: string
}

/** Days away in a row, of one kind, are one span. Days come in order of person and date. */
export function awayOf(days: readonly AwayDay[]) {
  const spans: { resourceId: Bar['resourceId']; from: PlainDay; until: PlainDay; kind: AbsenceKind; note: string }[] =
    []
  const dayAfter = daysAfter()
  for (const { onDate, ...day } of days) {
    const last = spans.at(-1)
    if (last !== undefined && last.resourceId === day.resourceId && last.until === onDate && last.kind === day.kind)
      last.until = dayAfter(onDate)
    else spans.push({ ...day, from: onDate, until: dayAfter(onDate) })
  }
  return spans
}

interface AbsentSpan {
  readonly from: PlainDay
  /** Included, as people say it. */
  readonly to: PlainDay
  readonly weekdays: readonly number[]
}

/** The dates of an absence: every day of the span, or those of the weekdays that come back in it. */
export const absentOn = ({ from, to, weekdays }: AbsentSpan): PlainDay[] =>
  daysThrough(from, to).filter((day) => weekdays.length === 0 || weekdays.includes(weekdayOf(day)))

/** `Mon, Fri`. */
export const weekdayWords = (days: readonly number[]): string =>
  [...new Set(days)]
    .toSorted((a, b) => a - b)
    .map((day) => names[day - 1])
    .join(', ')
