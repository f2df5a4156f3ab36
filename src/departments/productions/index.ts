import { membershipOf, productionsOfUser, putMember, rolesOfUser } from './memberships.store.ts'

/** The productions somebody may open, and as what. */
export { productionsVisibleTo, zonesOf, type VisibleProduction } from './memberships.store.ts'

/** For the edge and for accepted invitations: who belongs to which production. */
export const memberships = { of: membershipOf, productionsOf: productionsOfUser, rolesOf: rolesOfUser, put: putMember }

/** The production a scope stands for, with its client's name and what the reader may do. @throws NotFound */
export { get } from './production.actions.ts'

/** One page of the productions the reader may see, the next to begin first. */
export { list } from './production.actions.ts'

/** Begins a production; the office and the country fill what is not given. For the sample and commands. */
export { create } from './production.actions.ts'

/** Weekdays off and the days that differ from them, also with the version a change names; read it with `restOn` and `workingDays` of calendar.rules.ts. */
export { calendarOf, read as readCalendar } from './calendar.actions.ts'

/** Replaces the whole calendar, weekdays and marked dates, in the transaction of the caller. */
export { setWhole as setCalendar } from './calendar.actions.ts'

/** The working-time profile the production follows: rest, meals, overtime in whole minutes; undefined when it has none. */
export { dailyRestOf, ofProduction as profileOf } from './profile.store.ts'

/** Minors' hours of the place the production goes by, row by row; empty when it goes by none. */
export { ofProduction as minorHoursOf } from './minors.store.ts'

/** Codes of productions by id: all another production may be told of one. */
export { codesByIds } from './production.store.ts'

/** Titles of productions by id, for registers only those who run the office read. */
export { titlesByIds } from './production.store.ts'

/** Why nobody works on a date: a weekday off, a holiday, a hiatus; null on a working day. Pure. */
export { restOn } from './calendar.rules.ts'

/** Accounts that belong to the production with role and address, and those that could be added. */
export { membersOf } from './member.actions.ts'
