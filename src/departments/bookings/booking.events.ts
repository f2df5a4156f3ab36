import type { BookingDayId, BookingId } from './engine.contract.ts'

/** What others may listen to; heard inside the transaction that did it. */
interface BookingNews {
  readonly bookingId: BookingId
  readonly productionId: string | null
  readonly engagementId: string | null
  readonly personId: string | null
  readonly dayIds: readonly BookingDayId[]
}

declare module '../../platform/events.ts' {
  interface Events {
    /** Days became firm. */
    'bookings.confirmed': BookingNews
    /** Held days were let go, or confirmed ones cancelled; `reason` as it was given. */
    'bookings.released': BookingNews & { readonly reason: string }
    /** Days became first hold because somebody ahead let go. */
    'bookings.hold_promoted': BookingNews
  }
}
