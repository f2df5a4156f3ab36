/**
 * When people of the production, its places and its units cannot work: one entry per date, hours as minutes from midnight
 * (half-open; null is the whole side of the day). `span` has both dates included; without it, all dates.
 */
export { availabilityOf } from './booking.actions.ts'

/** Who is booked for which of these dates: every-shoot-day people not released, and listed days confirmed or held. */
export { workingOn, type WorkingDay } from './booking.actions.ts'

/** For the sample and commands: enter absences, confirm, hold and release days. */
export { addAbsence, bookDays } from './booking.actions.ts'

export type { Absence } from './booking.contract.ts'
