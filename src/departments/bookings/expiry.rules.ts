import type { Concern } from '../../kernel/concern.ts'
import { dayText, instantOf, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'

export interface UndecidedFacts {
  readonly now: Temporal.Instant
  /** A hold is mentioned this many days before, and asks to be settled this many hours before. */
  readonly undecidedDays: number
  readonly settleHours: number
  readonly held: readonly {
    bookingId: string
    personId: string | null
    name: string
    title: string
    onDate: PlainDay
    from: DayMinute | null
    zone: ZoneName
  }[]
}

/** Holds that come near without a decision: mentioned first, then asked for. One per booking, by its nearest day. */
export function undecidedHolds({ now, undecidedDays, settleHours, held }: UndecidedFacts): Concern[] {
  const near = held
    .map((row) => ({
      row,
      hours: instantOf(row.onDate, (row.from ?? 0) as DayMinute, row.zone)
        .since(now)
        .total('hours'),
    }))
    .filter(({ hours }) => hours >= 0 && hours < undecidedDays * 24)
    .sort((a, b) => a.hours - b.hours)
  const nearest = new Map(near.toReversed().map((it) => [it.row.bookingId, it]))
  return [...nearest.values()].map(({ row, hours }): Concern => {
    const isUrgent = hours < settleHours
    return {
      code: 'bookings.hold_undecided',
      key: `bookings.hold_undecided:${row.bookingId}:${isUrgent ? 'settle' : 'soon'}`,
      severity: isUrgent ? 'warns' : 'notes',
      subject: {
        kind: row.personId === null ? 'booking' : 'person',
        id: row.personId ?? row.bookingId,
        label: row.name,
        href: `/bookings?from=${row.onDate}&booking=${row.bookingId}`,
      },
      message: isUrgent
        ? `Confirm or release ${row.name} for ${dayText(row.onDate)}`
        : `${row.name} is still only held for ${dayText(row.onDate)}`,
      causes: [`Held as ${row.title}`],
      remedy: isUrgent
        ? 'Book them now, or let them go so that others can.'
        : 'Decide before the last days are upon you.',
      onDate: row.onDate,
    }
  })
}
