import type { PersonId } from '../../kernel/ids.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { on, type Events } from '../../platform/events.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as people from '../people/index.ts'
import { followBooking } from './challenge.actions.ts'
import { tellPromoted } from './challenge.letters.ts'
import { renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { bookSigned } from './signed.actions.ts'
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

async function tellFirst(
  app: App,
  tx: Tx,
  { bookingId, productionId, dayIds, personId }: Events['bookings.hold_promoted'],
) {
  if (productionId === null) return
  const days = (await rows.ofBookings(tx, [bookingId])).filter(({ id }) => dayIds.includes(id))
  const [person] = personId === null ? [] : await people.byIds(tx, [personId as PersonId])
  await tellPromoted(app, tx, {
    bookingId,
    productionId: productionId as ProductionId,
    name: person?.name ?? days[0]?.title ?? '',
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
