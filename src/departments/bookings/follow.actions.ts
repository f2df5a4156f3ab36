import type { PersonId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { on, type Events } from '../../platform/events.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { BookingId } from './engine.contract.ts'
import * as people from '../people/index.ts'
import { followBooking } from './challenge.actions.ts'
import { tellPromoted } from './challenge.letters.ts'
import * as store from './engine.store.ts'
import { renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { confirm } from './settle.actions.ts'
import { followEngagement } from './takenOff.actions.ts'
import { shareOverlaps } from './standing.store.ts'

/**
 * Two records of one person become one: days both are booked for cannot stand side by side any more, so those of the record
 * that goes are marked as shared, and a concern asks somebody to choose.
 */
const beforeMerge = (_app: App, tx: Tx, { keptId, otherId }: Events['people.merging']) =>
  shareOverlaps(tx, keptId, otherId)

const afterMerge = async (_app: App, tx: Tx, { personIds }: Events['people.merged']) => {
  await rows.lockResources(tx, personIds as PersonId[])
  await renumber(tx, personIds)
}

/**
 * A signed paper makes the booking it is about firm. Where another job has the person by then the paper still counts as
 * signed: the history says what could not be booked, and the office decides.
 */
async function bookSigned(app: App, tx: Tx, { subjectKind, subjectId, productionId }: Events['agreements.completed']) {
  if (subjectKind !== 'booking') return
  const scope = systemScope(productionId as ProductionId, 'a signed agreement')
  const bookingId = subjectId as BookingId
  if ((await store.find(tx, scope, bookingId)) === undefined) return
  try {
    await confirm(app, { scope, actor: scope.actor, bookingId })
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault
    const words = `Signed, but not booked: ${fault.message}`
    await store.addEvents(
      tx,
      [{ id: app.ids.next(), bookingId, kind: 'signed_not_booked', words, by: 'Unitbase' }],
      app.clock.now(),
    )
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [bookingId] })
  }
}

async function tellFirst(
  app: App,
  tx: Tx,
  { bookingId, productionId, dayIds, personId }: Events['bookings.hold_promoted'],
) {
  if (productionId === null) return
  const days = (await rows.ofBookings(tx, [bookingId])).filter(({ id }) => dayIds.includes(id))
  const [person] = personId === null ? [] : await people.byIds(tx, [personId as PersonId])
  await tellPromoted(app, tx, {
    ...{ bookingId, productionId: productionId as ProductionId, name: person?.name ?? days[0]?.title ?? '' },
    days: days.map(({ onDate }) => onDate),
  })
}

export const listeners = [
  on('bookings.hold_promoted', tellFirst),
  on('people.engagement_changed', followEngagement),
  on('bookings.confirmed', (app, tx, { bookingId }) => followBooking(app, tx, bookingId, 'booked')),
  on('bookings.released', (app, tx, { bookingId }) => followBooking(app, tx, bookingId, 'released')),
  on('people.merging', beforeMerge),
  on('people.merged', afterMerge),
  on('agreements.completed', bookSigned),
]
