import { handle } from '../../platform/http/handle.ts'
import * as absences from './absence.actions.ts'
import * as bookings from './booking.actions.ts'
import * as contract from './booking.contract.ts'
import { change, move } from './change.actions.ts'
import { bookDays } from './days.actions.ts'
import * as engine from './engine.contract.ts'
import { gateOf } from './gate.actions.ts'
import { readGate } from './gate.contract.ts'
import { bookingOf, nameOf } from './engine.actions.ts'
import { hold } from './hold.actions.ts'
import { cancel, confirm, release, share } from './settle.actions.ts'
import * as told from './told.actions.ts'
import * as toldContract from './told.contract.ts'

export const bookingRoutes = [
  handle(toldContract.listUntold, async ({ scope, actor }, app) => ({
    items: await told.untold(app, app.db, scope, nameOf(actor)),
  })),
  handle(toldContract.tellChanged, (call, app) => told.tell(app, call)),
  handle(toldContract.untellChanged, ({ body, ...call }, app) => told.untell(app, { ...call, ...body })),
  handle(contract.getBookings, ({ scope, query }, app) => bookings.bookingsOf(app.db, scope, query)),
  handle(contract.bookDays, ({ scope, actor, body }, app) => bookDays(app, { scope, actor, days: body.days })),
  handle(contract.addAbsence, async (call, app) => ({ items: await absences.addAbsence(app, call) })),
  handle(contract.removeAbsences, ({ scope, actor, params, query }, app) =>
    absences.removeAbsence(app, { scope, actor, id: params.availabilityId, and: query.and }),
  ),
  handle(contract.getPersonAbsences, async ({ scope, params, query }, app) => ({
    items: await absences.absencesOfPerson(app.db, scope, params.personId, query),
  })),
  handle(engine.addBooking, ({ scope, actor, body }, app) =>
    hold(app, { scope, actor, ...body, engagementId: body.engagementId }),
  ),
  handle(engine.readBooking, ({ scope, params }, app) => bookingOf(app.db, scope, params.bookingId)),
  handle(readGate, ({ scope, params }, app) => gateOf(app, app.db, scope, params.bookingId)),
  handle(engine.confirmBooking, ({ params, body, ...call }, app) =>
    confirm(app, { ...call, ...params, ...body, papers: { despite: body.despite } }),
  ),
  handle(engine.releaseBooking, ({ params, body, ...call }, app) => release(app, { ...call, ...params, ...body })),
  handle(engine.cancelBooking, ({ params, body, ...call }, app) => cancel(app, { ...call, ...params, ...body })),
  handle(engine.shareBookingDays, ({ params, body, ...call }, app) => share(app, { ...call, ...params, ...body })),
  handle(engine.moveBooking, ({ params, body, ...call }, app) => move(app, { ...call, ...params, ...body })),
  handle(engine.changeBooking, ({ params, ...call }, app) => change(app, { ...call, bookingId: params.bookingId })),
]
