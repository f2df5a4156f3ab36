import type { Concern } from '../../kernel/concern.ts'
import { dayText } from '../../kernel/time.ts'
import type { BookingState, EngagementId } from './booking.contract.ts'
import { spansOverlap, type PlacedSpan } from './span.rules.ts'
import { firmest, isLive } from './state.rules.ts'
import { PLAIN } from './label.rules.ts'

/** A day as a booking is judged by it. */
export interface JudgedDay extends PlacedSpan {
  readonly state: BookingState
  readonly byHand: boolean
  readonly isStanding: boolean
  readonly sharedReason: string | null
}

/** What a booking is judged by: who is engaged here, which days, and the same people's days on other productions. */
export interface BookingFacts {
  readonly people: readonly { engagementId: string; personId: string | null; name: string; title: string }[]
  readonly days: readonly (JudgedDay & { engagementId: EngagementId })[]
  readonly elsewhere: readonly (JudgedDay & { personId: string; code: string })[]
}

/**
 * People booked here and elsewhere on one day. Where the database kept a shoot day from being booked, or somebody shared
 * one with a reason, it stands here until it is over; a hold on either side has to be settled in time.
 */
export function bookedTwice({ people, days, elsewhere }: BookingFacts): Concern[] {
  const byEngagement = new Map(people.map((person) => [person.engagementId, person]))
  const byPerson = Map.groupBy(elsewhere, ({ personId }) => personId)
  return days.flatMap((day) => {
    const person = byEngagement.get(day.engagementId)
    if (!person?.personId || !isLive(day.state)) return []
    return (byPerson.get(person.personId) ?? [])
      .filter((other) => isLive(other.state) && spansOverlap(day, other) && isNews(day, other))
      .map((other): Concern => concernOf(person, day, other))
  })
}

/** Two shoot days that follow their schedules are the schedule's to compare, hour by hour. */
const isNews = (day: JudgedDay, other: JudgedDay): boolean =>
  day.byHand || other.byHand || (isWaiting(day) && other.state === 'confirmed')

const isWaiting = ({ isStanding, byHand, state }: JudgedDay) => isStanding && !byHand && state === 'planning'

function concernOf(
  person: BookingFacts['people'][number],
  day: BookingFacts['days'][number],
  other: BookingFacts['elsewhere'][number],
): Concern {
  const wanted = day.state === 'confirmed' || isWaiting(day)
  const both = wanted && (other.state === 'confirmed' || isWaiting(other))
  const shared = day.sharedReason ?? other.sharedReason
  return {
    code: 'bookings.booked_twice',
    key: `bookings.booked_twice:${person.engagementId}:${day.onDate}:${other.code}`,
    severity: both && shared === null ? 'blocks' : 'warns',
    subject: { kind: 'person', id: person.personId ?? '', label: person.name },
    message: `${person.name} is ${both ? 'booked twice' : 'also asked elsewhere'} on ${dayText(day.onDate)}`,
    causes: [
      `${isWaiting(day) ? 'Works every shoot day' : PLAIN[day.state]} here as ${person.title}`,
      `${isWaiting(other) ? 'Works every shoot day' : PLAIN[other.state]} on ${other.code}`,
      ...(shared === null ? [] : [`Shared: ${shared}`]),
    ],
    remedy: both
      ? 'Release one of the two days, or find somebody else for one.'
      : 'Confirm or release before the day comes.',
    onDate: day.onDate,
  }
}

/** How somebody stands on a shoot day: their own entry, else what their engagement says of every shoot day. */
export function stateOn(
  works: 'every_shoot_day' | 'listed_days',
  entry: BookingState | undefined,
): BookingState | null {
  return entry ?? (works === 'every_shoot_day' ? 'confirmed' : null)
}

/** Whether somebody works a day, from their rows on it: a shoot day that waits because they are booked elsewhere is a hold. */
export function workingState(
  works: 'every_shoot_day' | 'listed_days',
  rows: readonly Pick<JudgedDay, 'state' | 'isStanding' | 'byHand'>[],
): 'confirmed' | 'hold' | null {
  const state = stateOn(works, firmest(rows.map((row) => (isWaiting(row as JudgedDay) ? 'hold' : row.state))))
  return state === 'confirmed' || state === 'hold' ? state : null
}
