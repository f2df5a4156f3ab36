import type { PersonId } from '../../kernel/ids.ts'
import { addDays, dayAt, dayText, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { BookedResource, EngagementId } from './booking.contract.ts'
import type { Booking, BookingDayId, BookingId, HoldMeans, Span, Terms } from './engine.contract.ts'
import * as engine from './engine.actions.ts'
import * as store from './engine.store.ts'
import { passGate } from './gate.actions.ts'
import { renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import './booking.events.ts'

/** What is asked for; whatever is left out is as the contract's defaults say. */
interface Hold extends engine.Write {
  readonly engagementId?: EngagementId | null
  readonly personId?: PersonId | null
  readonly resource?: BookedResource | null
  readonly spans: readonly { onDate: Span['onDate']; from?: Span['from']; until?: Span['until'] }[]
  readonly state?: 'planning' | 'hold' | 'confirmed'
  readonly title?: string
  readonly departmentId?: string | null
  readonly purpose?: string
  readonly holdMeans?: HoldMeans
  /** Left out: as the production has it. */
  readonly expiresOn?: Span['onDate'] | null | undefined
  readonly note?: string
  readonly terms?: Terms | null
  /** Somebody outside the office, and who says that they hold. */
  readonly holder?: string
  readonly source?: string
  /** Why it is booked although the office wants papers first. */
  readonly despite?: string
}

/** Pencils, holds or books. Holds take the next rank; what is to be confirmed is refused where another job has the time. */
export const hold = (app: App, asked: Hold): Promise<Booking> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const { scope, actor, spans, state = 'hold', holder = '' } = asked
      const { engagementId = null, personId = null, resource = null } = asked
      const claimant = await engine.claimantOf(app, tx, scope, { engagementId, personId, resource })
      await rows.lockResources(tx, [claimant.resourceId])
      const { timeZone, holdDays } = await productions.get(tx, scope)
      const id = app.ids.next<BookingId>()
      const title = asked.title || claimant.title || 'Crew'
      await store.insert(tx, {
        id,
        production_id: holder === '' ? scope.productionId : null,
        engagement_id: engagementId,
        department_id: asked.departmentId ?? claimant.departmentId ?? null,
        title,
        purpose: asked.purpose ?? '',
        holder,
        source: asked.source ?? '',
        hold_means: asked.holdMeans ?? 'courtesy',
        terms: asked.terms ? JSON.stringify(asked.terms) : null,
        expires_on: expiry(app, asked, { timeZone, holdDays }),
        note: asked.note ?? '',
        label_id: null,
        created_at: app.clock.now().toString(),
        created_by: engine.nameOf(actor),
      })
      const days = placed(app, claimant, spans, timeZone).map((day) => ({ ...day, booking_id: id, state }))
      const passed =
        state === 'confirmed'
          ? await passGate(app, tx, scope, {
              booked: [{ engagementId, personId: claimant.columns.person_id }],
              despite: asked.despite,
            })
          : ''
      if (state === 'confirmed')
        await engine.refuseTaken(tx, claimsOf(days, claimant.resourceId), {
          own: id,
          productionId: scope.productionId,
          name: claimant.name,
        })
      await rows.insert(tx, days)
      await renumber(tx, [claimant.resourceId])
      const words = `${WORDS[state]} ${days.map(({ on_date }) => dayText(on_date)).join(', ')}${passed}`
      await engine.settle(app, tx, asked, {
        id,
        kind: state,
        label: `${claimant.name}, ${title}`,
        verb: holder === '' ? `bookings.${VERBS[state]}` : 'bookings.outside_hold_noted',
        words: holder === '' ? words : `${holder} holds ${days.map(({ on_date }) => dayText(on_date)).join(', ')}`,
        after: engine.daysInWords(days.map(({ on_date }) => ({ onDate: on_date, state }))),
      })
      if (state === 'confirmed') await tellConfirmed(app, tx, id)
      return engine.bookingOf(tx, scope, id)
    }),
  )

/** The last day a hold stands by itself; what is booked or pencilled, or held by somebody outside, has no term of ours. */
function expiry(
  app: App,
  { expiresOn, state = 'hold', holder = '' }: Hold,
  { timeZone, holdDays }: { timeZone: ZoneName; holdDays: number | null },
): PlainDay | null {
  if (expiresOn !== undefined) return expiresOn
  if (holdDays === null || state !== 'hold' || holder !== '') return null
  return addDays(dayAt(app.clock.now(), timeZone), holdDays)
}

const WORDS = { planning: 'Pencilled', hold: 'Held', confirmed: 'Booked' } as const
const VERBS = { planning: 'pencilled', hold: 'held', confirmed: 'confirmed' } as const

type Columns = Awaited<ReturnType<typeof engine.claimantOf>>['columns']

interface Claimant {
  readonly columns: Columns
  readonly zone?: ZoneName
}

/** Rows for spans, still without their booking and state. The clock is that of the thing, or of the production's place. */
export const placed = (app: App, { columns, zone: own }: Claimant, spans: Hold['spans'], zone: ZoneName) =>
  spans.map(({ onDate, from = null, until = null }) => ({
    id: app.ids.next<BookingDayId>(),
    ...columns,
    on_date: onDate,
    from_minute: from,
    until_minute: until,
    zone: own ?? zone,
    rank: null,
    asked_at: app.clock.now().toString(),
    shared_reason: null,
    shared_by: null,
    ended_at: null,
    fee_percent: null,
  }))

export const claimsOf = (days: ReturnType<typeof placed>, resourceId: string | null) =>
  days.map(({ on_date, from_minute, until_minute, zone }) => ({
    resourceId,
    onDate: on_date,
    from: from_minute,
    until: until_minute,
    zone,
  }))

export async function tellConfirmed(app: App, tx: Tx, bookingId: BookingId, ids?: readonly BookingDayId[]) {
  const days = (await rows.ofBookings(tx, [bookingId])).filter(({ id }) => ids?.includes(id) ?? true)
  const [first] = days
  if (first === undefined) return
  const { productionId, engagementId, personId } = first
  await app.emit(tx, 'bookings.confirmed', {
    bookingId,
    productionId,
    engagementId,
    personId,
    dayIds: days.map(({ id }) => id),
  })
}
