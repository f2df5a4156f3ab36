import { instantsOverlap, overlaps, type Range } from '../../kernel/ranges.ts'
import { instantOf, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'

/** Hours of one day, half-open, or the whole of it when neither side is given; the clock is that of `zone`. */
export interface PlacedSpan {
  readonly onDate: PlainDay
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly zone: ZoneName
}

export const isWholeDay = ({ from, until }: Pick<PlacedSpan, 'from' | 'until'>): boolean =>
  from === null && until === null

const minutesOfADay = 1440
const dayNumber = (day: PlainDay): number => Date.parse(day) / 86_400_000

/** Minutes on the clock of the place, counted from the first of January 1970 there. */
export function wallOf({ onDate, from, until }: PlacedSpan): Range<number> {
  const midnight = dayNumber(onDate) * minutesOfADay
  return { from: midnight + (from ?? 0), until: midnight + (until ?? minutesOfADay) }
}

const instantsOf = ({ onDate, from, until, zone }: PlacedSpan): Range<Temporal.Instant> => ({
  from: instantOf(onDate, (from ?? 0) as DayMinute, zone),
  until: instantOf(onDate, (until ?? minutesOfADay) as DayMinute, zone),
})

/**
 * Whether one resource cannot do both. Whole days are dates, whatever the zone: Tuesday in Berlin and Wednesday in London
 * do not meet, although an hour of them does. Hours meet as they pass; hours and a whole day meet on the clock of the place.
 * The database's three exclusion constraints on `booking_day` say the same.
 */
export function spansOverlap(a: PlacedSpan, b: PlacedSpan): boolean {
  if (isWholeDay(a) && isWholeDay(b)) return a.onDate === b.onDate
  if (Math.abs(dayNumber(a.onDate) - dayNumber(b.onDate)) > 3) return false
  if (a.zone !== b.zone && !isWholeDay(a) && !isWholeDay(b)) return instantsOverlap(instantsOf(a), instantsOf(b))
  return overlaps(wallOf(a), wallOf(b))
}
