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
    id: bookingId,
    verb: 'bookings.held',
    kind: 'hold',
    label: `${before.name}, ${before.title}`,
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

/** Days that ended for this reason are pencilled or held again, asked for now: whoever asked meanwhile stands before them. */
export async function askAgain(
  app: App,
  tx: Tx,
  by: engine.Write,
  { bookingId, as: state, ended }: { bookingId: BookingId; as: 'planning' | 'hold'; ended: string },
): Promise<void> {
  const { days } = await engine.lockBooking(tx, by.scope, bookingId)
  const back = days.filter((day) => day.state === 'released' && day.endedReason === ended)
  if (back.length === 0) return
  const before = await engine.bookingOf(tx, by.scope, bookingId)
  await rows.update(
    tx,
    back.map(({ id }) => id),
    { state, asked_at: app.clock.now().toString(), ended_at: null, ended_reason: '' },
  )
  await renumber(
    tx,
    back.map(({ resourceId }) => resourceId),
  )
  await store.change(tx, bookingId, {})
  await engine.settle(app, tx, by, {
    id: bookingId,
    verb: `bookings.${state === 'hold' ? 'held' : 'pencilled'}`,
    kind: state,
    label: `${before.name}, ${before.title}`,
    words: `Asked again for ${back.map(({ onDate }) => dayText(onDate)).join(', ')}`,
    before: engine.daysInWords(back),
    after: engine.daysInWords(back.map(({ onDate }) => ({ onDate, state }))),
  })
}
