import type { PlainDay } from '../../kernel/time.ts'

interface NeedFacts {
  readonly title: string
  readonly count: number
  /** Days of its own; none: every shoot day. */
  readonly dates: readonly PlainDay[]
}

/**
 * Days on which a need is not met, as often as people are missing.
 * @param filled how many have the position on a day
 * @example two camera assistants needed, one booked on Monday → [['Monday']] for the one that is missing
 */
export function missing(
  need: NeedFacts,
  shootDays: readonly PlainDay[],
  filled: (day: PlainDay) => number,
): PlainDay[][] {
  const days = need.dates.length > 0 ? need.dates : shootDays
  return Array.from({ length: need.count }, (_, place) => days.filter((day) => filled(day) <= place)).filter(
    (dates) => dates.length > 0,
  )
}
