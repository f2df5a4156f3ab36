import { instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'

interface Midnight {
  /** Minutes since the Unix epoch at the start of the date. */
  readonly epoch: number
  /** Whether clocks change between the evening before and the second midnight after. */
  readonly isOdd: boolean
}

/** A feature asks for the same few hundred midnights again and again; more than this many are somebody else's. */
const MOST = 4000
const midnights = new Map<string, Midnight>()

const epochMinutes = (instant: Temporal.Instant): number => instant.epochMilliseconds / 60_000

function midnightOf(onDate: PlainDay, zone: ZoneName): Midnight {
  const key = `${onDate} ${zone}`
  const known = midnights.get(key)
  if (known) return known
  const epoch = epochMinutes(instantOf(onDate, 0, zone))
  const before = epochMinutes(instantOf(onDate, -720, zone))
  const after = epochMinutes(instantOf(onDate, 2880, zone))
  const found = { epoch, isOdd: after - before !== 3600 }
  if (midnights.size >= MOST) midnights.clear()
  midnights.set(key, found)
  return found
}

/** Whether clocks change around the night of this date; on all others the dial can be trusted. */
export const clocksChange = (onDate: PlainDay, zone: ZoneName): boolean => midnightOf(onDate, zone).isOdd

/**
 * A planned minute on the one clock that never changes, so that rest between two days is a subtraction.
 * @returns whole minutes since the Unix epoch
 */
export function epochMinuteOf(onDate: PlainDay, minute: DayMinute, zone: ZoneName): number {
  const { epoch, isOdd } = midnightOf(onDate, zone)
  const isNear = minute >= -720 && minute <= 2880
  return isNear && !isOdd ? epoch + minute : epochMinutes(instantOf(onDate, minute, zone))
}
