import { addDays, type DayMinute, type PlainDay } from '../../kernel/time.ts'
import type { AbsenceKind } from './booking.contract.ts'
import type { Bar } from './timeline.contract.ts'

/** One live row of the window. */
export interface TimelineRow {
  readonly bookingId: Bar['bookingId']
  readonly personId: Bar['personId']
  readonly productionId: Bar['productionId']
  readonly holder: string
  readonly title: string
  readonly purpose: string
  readonly onDate: PlainDay
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly state: Bar['state']
  readonly rank: number | null
  readonly waits: boolean
  readonly shared: boolean
}

/** A window has some dozens of dates and thousands of rows: each date is counted on once. */
function daysAfter(): (day: PlainDay) => PlainDay {
  const known = new Map<PlainDay, PlainDay>()
  return (day) => {
    const after = known.get(day) ?? addDays(day, 1)
    known.set(day, after)
    return after
  }
}

/** Days in a row that stand alike become one bar. Rows come in order of person, booking, date. */
export function barsOf(rows: readonly TimelineRow[]): Bar[] {
  const bars: Bar[] = []
  const dayAfter = daysAfter()
  for (const { onDate, from, until, ...row } of rows) {
    const last = bars.at(-1)
    const hours = from === null && until === null ? null : { from, until }
    const goesOn =
      last !== undefined &&
      last.bookingId === row.bookingId &&
      last.personId === row.personId &&
      last.until === onDate &&
      last.state === row.state &&
      last.rank === row.rank &&
      last.waits === row.waits &&
      last.shared === row.shared &&
      last.hours === null &&
      hours === null
    if (goesOn) last.until = dayAfter(onDate)
    else bars.push({ ...row, from: onDate, until: dayAfter(onDate), hours })
  }
  return bars
}

export interface AwayDay {
  readonly personId: Bar['personId']
  readonly onDate: PlainDay
  readonly kind: AbsenceKind
  readonly note: string
}

/** The same for days away. */
export function awayOf(days: readonly AwayDay[]) {
  const spans: { personId: Bar['personId']; from: PlainDay; until: PlainDay; kind: AbsenceKind; note: string }[] = []
  const dayAfter = daysAfter()
  for (const { onDate, ...day } of days) {
    const last = spans.at(-1)
    if (last !== undefined && last.personId === day.personId && last.until === onDate && last.kind === day.kind)
      last.until = dayAfter(onDate)
    else spans.push({ ...day, from: onDate, until: dayAfter(onDate) })
  }
  return spans
}
