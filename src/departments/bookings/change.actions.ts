import type { z } from 'zod'
import { invalid } from '../../kernel/problems.ts'
import { dayText } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import * as productions from '../productions/index.ts'
import type { Booking, BookingId, changeBooking, Span } from './engine.contract.ts'
import * as engine from './engine.actions.ts'
import * as store from './engine.store.ts'
import { claimsOf, placed } from './hold.actions.ts'
import { labelsFor, type Label } from './label.rules.ts'
import { moveUp, renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { rulesOf } from './rules.store.ts'
import { firmest, isLive } from './state.rules.ts'

interface Change extends engine.Write {
  readonly bookingId: BookingId
  readonly expected: number
}

/** Position, purpose, terms, label, note, or when a hold lets go by itself. */
export const change = (
  app: App,
  { scope, actor, bookingId, expected, body }: Change & { body: z.output<NonNullable<typeof changeBooking.body>> },
): Promise<Booking> =>
  app.transaction(async (tx) => {
    await engine.lockBooking(tx, scope, bookingId, expected)
    const before = await engine.bookingOf(tx, scope, bookingId)
    const { terms } = body
    const { labels } = await rulesOf(tx)
    refuseMisfit(before, labels, body.labelId ?? null)
    await store.change(tx, bookingId, {
      ...(body.title !== undefined && { title: body.title }),
      ...(body.purpose !== undefined && { purpose: body.purpose }),
      ...(body.note !== undefined && { note: body.note }),
      ...(body.expiresOn !== undefined && { expires_on: body.expiresOn }),
      ...(body.holdMeans !== undefined && { hold_means: body.holdMeans }),
      ...(body.labelId !== undefined && { label_id: body.labelId }),
      ...(terms !== undefined && { terms: terms === null ? null : JSON.stringify(terms) }),
    })
    const after = await engine.bookingOf(tx, scope, bookingId)
    await engine.settle(
      app,
      tx,
      { scope, actor },
      {
        id: bookingId,
        verb: 'bookings.changed',
        kind: 'changed',
        label: `${after.name}, ${after.title}`,
        words: `Changed ${Object.keys(body)
          .map((field) => FIELDS[field] ?? field)
          .join(', ')}`,
        before: told(before, labels),
        after: told(after, labels, terms !== undefined),
      },
    )
    return engine.bookingOf(tx, scope, bookingId)
  })

/** A label says what state a booking is in, so it has to be one of the states its days are in. @throws Invalid */
function refuseMisfit({ days }: Booking, labels: readonly Label[], labelId: string | null): void {
  if (labelId === null) return
  const states = days.map(({ state }) => state)
  if (labelsFor(states, labels).some(({ id }) => id === labelId)) return
  throw invalid('/labelId', 'This label is of another state than the days of the booking. Choose one that fits.')
}

const FIELDS: Record<string, string> = {
  expiresOn: 'when it lets go',
  holdMeans: 'what the hold means',
  labelId: 'label',
}

/** Many read the history, so of terms it says only that they changed. */
const told = (booking: Booking, labels: readonly Label[], termsChanged = false): object => ({
  title: booking.title,
  label: labels.find(({ id }) => id === booking.labelId)?.name ?? null,
  purpose: booking.purpose,
  note: booking.note,
  expiresOn: booking.expiresOn,
  holdMeans: booking.holdMeans,
  terms: termsChanged ? 'changed' : 'as they were',
})

const keyOf = ({ onDate, from = null, until = null }: Pick<rows.Row, 'onDate' | 'from' | 'until'>) =>
  `${onDate} ${from} ${until}`

/**
 * Gives a booking exactly these days. Those that are new take the firmest state of the others, those left out are released,
 * and the rest keep their place in the queue.
 */
export const move = (
  app: App,
  { scope, actor, bookingId, expected, spans, reason }: Change & { spans: readonly Span[]; reason: string },
): Promise<Booking> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const { booking, days } = await engine.lockBooking(tx, scope, bookingId, expected)
      const before = await engine.bookingOf(tx, scope, bookingId)
      const live = days.filter(({ state }) => isLive(state))
      const wanted = new Set(spans.map(keyOf))
      const present = new Set(live.map(keyOf))
      const leaving = live.filter((day) => !wanted.has(keyOf(day)))
      const coming = spans.filter((span) => !present.has(keyOf(span)))
      const state = firmest(live.map((day) => day.state)) ?? 'hold'
      const claimant = await engine.claimantOf(app, tx, scope, {
        engagementId: booking.engagementId,
        personId: null,
        resource: booking.engagementId === null ? before.resource : null,
      })
      const { timeZone } = await productions.get(tx, scope)
      const added = placed(app, claimant, coming, timeZone).map((day) => ({ ...day, booking_id: bookingId, state }))
      if (state === 'confirmed')
        await engine.refuseTaken(tx, claimsOf(added, claimant.resourceId), {
          own: bookingId,
          productionId: booking.productionId,
          name: before.name,
        })
      const again = days.filter((day) => !isLive(day.state) && coming.some((span) => keyOf(span) === keyOf(day)))
      await rows.remove(
        tx,
        again.map(({ id }) => id),
      )
      await rows.end(
        tx,
        leaving.map(({ id }) => id),
        {
          state: state === 'confirmed' ? 'cancelled' : 'released',
          ended_at: app.clock.now().toString(),
          ended_reason: reason || 'The booking moved to other days',
        },
      )
      await rows.insert(tx, added)
      await renumber(tx, [claimant.resourceId])
      if (leaving.length > 0) await moveUp(app, tx, [claimant.resourceId])
      await store.change(tx, bookingId, {})
      const after = await engine.bookingOf(tx, scope, bookingId)
      const text = (items: readonly { onDate: Span['onDate'] }[]) =>
        items.map(({ onDate }) => dayText(onDate)).join(', ')
      await engine.settle(
        app,
        tx,
        { scope, actor },
        {
          id: bookingId,
          verb: 'bookings.moved',
          kind: 'moved',
          label: `${after.name}, ${after.title}`,
          words: [coming.length > 0 && `Added ${text(coming)}`, leaving.length > 0 && `Let go of ${text(leaving)}`]
            .filter(Boolean)
            .join('. '),
          before: engine.daysInWords(before.days),
          after: engine.daysInWords(after.days),
        },
      )
      return engine.bookingOf(tx, scope, bookingId)
    }),
  )
