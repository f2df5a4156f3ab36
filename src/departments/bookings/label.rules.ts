import type { BookingState } from './booking.contract.ts'

export interface Label {
  readonly id: string | null
  readonly meaning: BookingState
  readonly name: string
}

/** What the meanings are called where the office has no word of its own. */
export const PLAIN: Record<BookingState, string> = {
  planning: 'Pencilled',
  hold: 'On hold',
  confirmed: 'Booked',
  released: 'Released',
  cancelled: 'Cancelled',
}

/** The office's word for a state: the chosen label while its meaning is the state, else the first of that meaning. */
export function wordFor(state: BookingState, labels: readonly Label[], chosen: string | null = null): string {
  const own = labels.filter(({ meaning }) => meaning === state)
  return (own.find(({ id }) => id === chosen && id !== null) ?? own[0])?.name ?? PLAIN[state]
}

/** Labels a booking may be given: those of the states its days are in. */
export const labelsFor = (states: readonly BookingState[], labels: readonly Label[]): Label[] =>
  labels.filter(({ meaning }) => states.includes(meaning))
