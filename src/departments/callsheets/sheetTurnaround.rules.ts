import { instantOf, minuteAt } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ViewPerson } from './callsheet.view.ts'

interface RestQuestion {
  previousWrap: { at: string; label: string } | null
  neededMinutes: number
  /** When work starts for this person: arrival, or pick-up where the agreement says so. */
  starts: DayMinute | null
  onDate: PlainDay
  timeZone: ZoneName
}

/**
 * Rest between the last wrap and this call, on the clock that ran: a night when clocks change is an hour shorter or
 * longer. `earliest` is the first minute this person may be called.
 *
 * @example wrap 19:10 the day before, 12 h: earliest 07:10, so a 06:50 make-up call is a 20-minute forced call
 */
export function restOf({ previousWrap, neededMinutes, starts, onDate, timeZone }: RestQuestion): ViewPerson['rest'] {
  if (previousWrap === null || starts === null) return null
  const wrapped = Temporal.Instant.from(previousWrap.at)
  const called = instantOf(onDate, starts, timeZone)
  const restMinutes = Math.round((called.epochMilliseconds - wrapped.epochMilliseconds) / 60_000)
  const earliest = minuteAt(wrapped.add({ minutes: neededMinutes }), onDate, timeZone)
  return { earliest, restMinutes, neededMinutes, since: previousWrap.label }
}

/** Minutes short of the rest needed; 0 when it is kept. */
export const shortBy = (rest: ViewPerson['rest']): number =>
  rest === null ? 0 : Math.max(0, rest.neededMinutes - rest.restMinutes)
