import type { Concern } from '../../kernel/concern.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import type { BookedDay, BookingState } from './booking.contract.ts'

/** What a booking is judged by: who is engaged here, which days, and the same people's days on other productions. */
export interface BookingFacts {
  readonly people: readonly { engagementId: string; personId: string | null; name: string; title: string }[]
  readonly days: readonly BookedDay[]
  readonly elsewhere: readonly { personId: string; onDate: PlainDay; state: BookingState; code: string }[]
}

/**
 * People booked here and elsewhere on one day. Two confirmed days cannot both happen; a hold on either side has to be
 * settled in time. Released days are free.
 */
export function bookedTwice({ people, days, elsewhere }: BookingFacts): Concern[] {
  const byEngagement = new Map(people.map((person) => [person.engagementId, person]))
  return days.flatMap((day) => {
    const person = byEngagement.get(day.engagementId)
    if (!person?.personId || day.state === 'released') return []
    return elsewhere
      .filter(
        (other) => other.personId === person.personId && other.onDate === day.onDate && other.state !== 'released',
      )
      .map((other): Concern => {
        const both = day.state === 'confirmed' && other.state === 'confirmed'
        return {
          code: 'bookings.booked_twice',
          key: `bookings.booked_twice:${person.engagementId}:${day.onDate}:${other.code}`,
          severity: both ? 'blocks' : 'warns',
          subject: { kind: 'person', id: person.personId ?? '', label: person.name },
          message: `${person.name} is ${both ? 'booked twice' : 'also asked elsewhere'} on ${dayText(day.onDate)}`,
          causes: [`${WORDS[day.state]} here as ${person.title}`, `${WORDS[other.state]} on ${other.code}`],
          remedy: both
            ? 'Release one of the two days, or find somebody else for one.'
            : 'Confirm or release before the day comes.',
          onDate: day.onDate,
        }
      })
  })
}

const WORDS: Record<BookingState, string> = { confirmed: 'Confirmed', hold: 'On hold', released: 'Released' }

/** How somebody stands on a shoot day: their own entry, else what their engagement says of every shoot day. */
export function stateOn(
  works: 'every_shoot_day' | 'listed_days',
  entry: BookingState | undefined,
): BookingState | null {
  return entry ?? (works === 'every_shoot_day' ? 'confirmed' : null)
}
