import { dayText } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as engine from './engine.actions.ts'
import type { BookingId } from './engine.contract.ts'
import * as store from './engine.store.ts'
import { renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { release } from './settle.actions.ts'
import { within } from '../../platform/app.ts'

/** Pencilled days become holds, asked now: they take their rank behind those who asked before. */
export async function holdPencilled(app: App, tx: Tx, by: engine.Write, bookingId: BookingId): Promise<void> {
  const { days } = await engine.lockBooking(tx, by.scope, bookingId)
  const pencilled = days.filter(({ state }) => state === 'planning')
  if (pencilled.length === 0) return
  const before = await engine.bookingOf(tx, by.scope, bookingId)
  const asked_at = app.clock.now().toString()
  await rows.update(
    tx,
    pencilled.map(({ id }) => id),
    { state: 'hold', asked_at },
  )
  await renumber(
    tx,
    pencilled.map(({ resourceId }) => resourceId),
  )
  await store.change(tx, bookingId, {})
  await engine.settle(app, tx, by, {
    ...{ id: bookingId, verb: 'bookings.held', kind: 'hold', label: `${before.name}, ${before.title}` },
    words: `Held ${pencilled.map(({ onDate }) => dayText(onDate)).join(', ')}`,
    before: engine.daysInWords(pencilled),
    after: engine.daysInWords(pencilled.map(({ onDate }) => ({ onDate, state: 'hold' }))),
  })
}

/** Lets go of whatever of a booking is still held or pencilled; nothing left is nothing to do. */
export async function letGoOf(
  app: App,
  tx: Tx,
  by: engine.Write & { bookingId: BookingId; reason: string },
): Promise<void> {
  const live = (await rows.ofBookings(tx, [by.bookingId])).filter(
    ({ state }) => state === 'planning' || state === 'hold',
  )
  if (live.length > 0) await release(within(app, tx), { ...by, dayIds: live.map(({ id }) => id) })
}
