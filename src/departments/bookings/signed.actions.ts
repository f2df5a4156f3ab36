import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Events } from '../../platform/events.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'
import * as store from './engine.store.ts'
import * as rows from './row.store.ts'
import { confirm } from './settle.actions.ts'

type Signed = Events['agreements.completed']

/** Papers that say that somebody works: their signature makes held days firm. A release or an NDA says no such thing. */
const engaging: ReadonlySet<string> = new Set(['deal_memo', 'crew_agreement', 'vendor_agreement'])

/**
 * A signed paper makes the days it is about firm: those of the booking it names, or what is held for the person in the
 * position it names. Where another job has the person by then the paper still counts as signed: the history says what
 * could not be booked, and the office decides.
 */
export async function bookSigned(app: App, tx: Tx, signed: Signed): Promise<void> {
  if (!engaging.has(signed.kind)) return
  const scope = systemScope(signed.productionId as ProductionId, 'a signed agreement')
  for (const [bookingId, dayIds] of await meant(tx, signed)) {
    if ((await store.find(tx, scope, bookingId)) === undefined) continue
    try {
      await confirm(app, { scope, actor: scope.actor, bookingId, dayIds })
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
}

/** Which days of which bookings; every day of the booking where a paper names one. */
async function meant(tx: Tx, { subjectKind, subjectId, personId, productionId }: Signed) {
  if (subjectKind === 'booking')
    return new Map<BookingId, BookingDayId[] | undefined>([[subjectId as BookingId, undefined]])
  if (subjectKind !== 'engagement' || personId === null) return new Map<BookingId, BookingDayId[]>()
  const held = (await rows.holdsOf(tx, [personId as PersonId])).filter(
    (day) => day.productionId === productionId && (day.engagementId === subjectId || day.engagementId === null),
  )
  return new Map(
    [...Map.groupBy(held, ({ bookingId }) => bookingId)].map(([id, days]) => [id, days.map((day) => day.id)] as const),
  )
}
