import { dayText } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import './booking.events.ts'
import * as bookings from './engine.store.ts'
import { ranksOf } from './rank.rules.ts'
import * as rows from './row.store.ts'
import { spansOverlap } from './span.rules.ts'
import { liftStanding } from './standing.store.ts'

/** Numbers the queues of these resources anew, and says nothing to anybody: for holds that come, move or become firm. */
export async function renumber(tx: Tx, resourceIds: readonly (string | null)[]): Promise<rows.Row[]> {
  const queue = await rows.holdsOf(tx, [...new Set(resourceIds.filter((id) => id !== null))])
  const byResource = Map.groupBy(queue, ({ resourceId }) => resourceId)
  const ranks = new Map([...byResource.values()].flatMap((each) => [...ranksOf(each)]))
  const changed = queue.filter(({ id, rank }) => ranks.get(id) !== rank)
  await rows.setRanks(tx, new Map(changed.map(({ id }) => [id, ranks.get(id) ?? 1])))
  return changed.filter(({ id, rank }) => rank !== null && rank > 1 && ranks.get(id) === 1)
}

/**
 * After time was let go: shoot days that waited for it are booked, everybody behind moves up, and whoever is first now is
 * told, unless another booking still has the time.
 */
export async function moveUp(app: App, tx: Tx, resourceIds: readonly (string | null)[]): Promise<void> {
  const freed = [...new Set(resourceIds.filter((id) => id !== null))]
  await liftStanding(tx, freed)
  const first = await renumber(tx, freed)
  if (first.length === 0) return
  const dates = first.map(({ onDate }) => onDate).sort()
  const claims = await rows.claimsOn(tx, freed, { from: dates[0]!, to: dates.at(-1)! })
  const taken = claims.filter(({ state, sharedReason }) => state === 'confirmed' && sharedReason === null)
  const promoted = first.filter(
    (row) => !taken.some((other) => other.resourceId === row.resourceId && spansOverlap(other, row)),
  )
  for (const [bookingId, days] of Map.groupBy(promoted, (row) => row.bookingId)) {
    const [day] = days
    if (day === undefined) continue
    const words = `First hold now on ${days.map(({ onDate }) => dayText(onDate)).join(', ')}`
    await bookings.addEvents(
      tx,
      [{ id: app.ids.next(), bookingId, kind: 'promoted', words, by: 'Unitbase' }],
      app.clock.now(),
    )
    await app.emit(tx, 'bookings.hold_promoted', {
      bookingId,
      productionId: day.productionId,
      engagementId: day.engagementId,
      personId: day.personId,
      dayIds: days.map(({ id }) => id),
    })
    if (day.productionId === null) continue
    await app.announce(tx, { department: 'bookings', productionId: day.productionId, ids: [bookingId] })
  }
}
