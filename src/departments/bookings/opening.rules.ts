import type { Concern } from '../../kernel/concern.ts'
import { clockOf, dayText, type DayMinute, type PlainDay } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'

/** Minutes of the day something can be had; null: from midnight, to midnight. */
export interface Opening {
  readonly opens: DayMinute | null
  readonly closes: DayMinute | null
}

export interface BookedHours {
  readonly from: DayMinute | null
  readonly until: DayMinute | null
}

const MIDNIGHT = 1440 as DayMinute

/**
 * What of these hours lies outside opening: `begins before it opens at 09:00`. A side that is not given is the side of the
 * day the house is open, so a whole day never lies outside.
 * @returns null when all of it lies within, or the house never closes
 */
export function outsideOpening({ from, until }: BookedHours, { opens, closes }: Opening): string | null {
  if (opens === null && closes === null) return null
  const [first, last] = [opens ?? (0 as DayMinute), closes ?? MIDNIGHT]
  const parts = [
    ((from !== null && from < first) || (until !== null && until <= first)) &&
      `begins before it opens at ${clockOf(first)}`,
    ((until !== null && until > last) || (from !== null && from >= last)) && `ends after it closes at ${clockOf(last)}`,
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join(' and ')
}

/** Hours of a day as people write them: `07:00–19:00`. */
const hoursText = ({ from, until }: BookedHours): string =>
  `${clockOf(from ?? (0 as DayMinute))}–${clockOf(until ?? MIDNIGHT)}`

export interface BookedThing extends BookedHours, Opening {
  readonly bookingId: string
  readonly bookableId: string
  readonly name: string
  readonly title: string
  readonly state: 'planning' | 'hold' | 'confirmed'
  readonly onDate: PlainDay
}

/** Rooms and vehicles booked or held outside their opening hours: one concern for each booking and stretch of hours. */
export function bookedWhileClosed(booked: readonly BookedThing[]): Concern[] {
  const outside = booked.filter((it) => outsideOpening(it, it) !== null)
  const alike = Map.groupBy(outside, ({ bookingId, from, until }) => `${bookingId}:${from ?? ''}-${until ?? ''}`)
  return [...alike].flatMap(([key, [first, ...more]]): Concern[] => {
    if (first === undefined) return []
    return [
      {
        code: 'bookings.outside_opening',
        key: `bookings.outside_opening:${key}`,
        severity: 'warns',
        subject: {
          kind: 'bookable',
          id: first.bookableId,
          label: first.name,
          href: `/bookings/rooms?from=${first.onDate}&booking=${first.bookingId}`,
        },
        message: `${first.name} is ${WORDS[first.state]} outside its opening hours on ${dayText(first.onDate)}${
          more.length === 0 ? '' : ` and ${plural(more.length, 'more day')}`
        }`,
        causes: [`${first.title}, ${hoursText(first)}, ${outsideOpening(first, first)}`],
        remedy: 'Move it into the opening hours, or have the house opened and accept this with who does it.',
        onDate: first.onDate,
      },
    ]
  })
}

const WORDS = { planning: 'pencilled', hold: 'held', confirmed: 'booked' } as const
