import { check, type Department } from '../../platform/department.ts'
import { factsOf, restFactsOf } from './booking.actions.ts'
import { listeners } from './follow.actions.ts'
import { bookingJobs } from './booking.jobs.ts'
import { challengeRoutes } from './challenge.routes.ts'
import { bookingsToday } from './bookings.today.ts'
import { undecidedFacts } from './expiry.actions.ts'
import { undecidedHolds } from './expiry.rules.ts'
import { askRoutes } from './ask.routes.ts'
import { bookableRoutes } from './bookable.routes.ts'
import { searchBookables } from './bookable.search.ts'
import { bookingRoutes } from './booking.routes.ts'
import { bookedWhileClosed } from './opening.rules.ts'
import { openingFacts } from './opening.actions.ts'
import { shortRest } from './rest.rules.ts'
import { rulesRoutes } from './rules.routes.ts'
import { timelineRoutes } from './timeline.routes.ts'
import { bookedTwice } from './booking.rules.ts'
import { shippedBookings } from './bookings.shipped.ts'

export const bookings: Department = {
  name: 'bookings',
  routes: [...askRoutes, ...bookableRoutes, ...bookingRoutes, ...challengeRoutes, ...rulesRoutes, ...timelineRoutes],
  jobs: bookingJobs,
  shipped: shippedBookings,
  today: bookingsToday,
  search: searchBookables,
  listeners,
  checks: [
    check('bookings.short_rest', restFactsOf, shortRest),
    check('bookings.booked_twice', (db, scope) => factsOf(db, scope), bookedTwice),
    check('bookings.outside_opening', openingFacts, bookedWhileClosed),
    check('bookings.hold_undecided', undecidedFacts, undecidedHolds),
  ],
}
