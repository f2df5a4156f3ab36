import { check, type Department } from '../../platform/department.ts'
import { factsOf } from './booking.actions.ts'
import { listeners } from './follow.actions.ts'
import { bookingRoutes } from './booking.routes.ts'
import { bookedTwice } from './booking.rules.ts'

export const bookings: Department = {
  name: 'bookings',
  routes: bookingRoutes,
  listeners,
  checks: [check('bookings.booked_twice', (db, scope) => factsOf(db, scope), bookedTwice)],
}
