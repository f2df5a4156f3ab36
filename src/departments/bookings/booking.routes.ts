import { handle } from '../../platform/http/handle.ts'
import * as bookings from './booking.actions.ts'
import * as contract from './booking.contract.ts'

export const bookingRoutes = [
  handle(contract.getBookings, ({ scope, query }, app) => bookings.bookingsOf(app.db, scope, query)),
  handle(contract.bookDays, ({ scope, actor, body }, app) => bookings.bookDays(app, { scope, actor, days: body.days })),
  handle(contract.addAbsence, async (call, app) => ({ items: await bookings.addAbsence(app, call) })),
  handle(contract.removeAbsences, ({ scope, actor, params }, app) =>
    bookings.removeAbsence(app, { scope, actor, id: params.availabilityId }),
  ),
  handle(contract.getPersonAbsences, async ({ scope, params, query }, app) => ({
    items: await bookings.absencesOfPerson(app.db, scope, params.personId, query),
  })),
]
