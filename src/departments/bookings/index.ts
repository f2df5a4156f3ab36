/**
 * When people of the production, its places and its units cannot work: one entry per date, hours as minutes from midnight
 * (half-open; null is the whole side of the day). `span` has both dates included; without it, all dates.
 */
export { availabilityOf } from './booking.actions.ts'

/** Who is booked for which of these dates: every-shoot-day people not released, and listed days confirmed or held. */
export { workingOn } from './booking.actions.ts'

/** Firmly booked days as they stand, without what a plan would add: for hours and money. */
export { bookedDays } from './booking.actions.ts'

/** For the sample and commands: enter absences, confirm, hold and release days. */
export { addAbsence } from './absence.actions.ts'
export { bookDays } from './days.actions.ts'

/**
 * Holds days or hours of a person on the production, of anybody in the directory, or of a place or unit; holds take the next
 * rank. With `state: 'confirmed'` it books at once, with `'planning'` it only pencils.
 * @throws AlreadyBooked, naming the job that has the time, when it is to be booked
 * @example await hold(app, { scope, actor, engagementId, spans: [{ onDate: '2026-06-10' }], expiresOn: '2026-06-01' })
 */
export { hold } from './hold.actions.ts'

/** For the sample and imports: rooms, vehicles and things of the office, and when they cannot be had. */
export { create as addBookable, takeOut as takeOutOfService } from './bookable.actions.ts'

/** Asks whoever holds ahead to book or let go. @throws NotPossible when nobody is ahead */
export { challenge } from './challenge.actions.ts'

/** Says which positions a production needs, or adds those of a template. @throws Stale */
export { putNeeds } from './needs.actions.ts'

/** One booking: who, what for, its days with states and ranks, terms, and what happened so far. @throws NotFound */
export { bookingOf } from './engine.actions.ts'

/**
 * Keeps everybody who works every shoot day booked on exactly these dates; called by the schedule when days that count
 * change, in the same transaction.
 */
export { followShootDays } from './standing.actions.ts'

/** Position, days and terms somebody agreed to on the production, when they did; for papers that repeat them. */
export { agreedWith } from './engine.store.ts'

export type { BookingId } from './engine.contract.ts'
