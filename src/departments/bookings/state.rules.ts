import type { BookingState } from './booking.contract.ts'

/** What a booking of several days reads as. */
type WholeState = BookingState | 'mixed'

const LIVE: readonly BookingState[] = ['planning', 'hold', 'confirmed']

/** Whether a row still claims its time: released and cancelled ones are history. */
export const isLive = (state: BookingState): boolean => LIVE.includes(state)

/**
 * The state of a whole booking, derived from its days: theirs where they agree, `mixed` where a confirmed booking still
 * holds other days. Ended days count only when no other is left.
 * @example wholeState(['confirmed', 'hold', 'released']) // 'mixed'
 */
export function wholeState(days: readonly BookingState[]): WholeState {
  const live = [...new Set(days.filter(isLive))]
  if (live.length > 0) return live.length === 1 ? (live[0] as BookingState) : 'mixed'
  return days.includes('cancelled') ? 'cancelled' : days.length === 0 ? 'planning' : 'released'
}

/** The firmest of several, for a day on which somebody is booked by more than one row. */
export const firmest = (states: readonly BookingState[]): BookingState | undefined =>
  (['confirmed', 'hold', 'planning', 'cancelled', 'released'] as const).find((state) => states.includes(state))
