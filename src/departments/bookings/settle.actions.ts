import { Problem } from '../../kernel/problems.ts'
import { dayText, instantOf, type DayMinute } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import { NotPossible } from './conflict.contract.ts'
import type { Booking, BookingDayId, BookingId, Terms } from './engine.contract.ts'
import { cancellationFee, type CancellationStep } from './deadline.rules.ts'
import * as engine from './engine.actions.ts'
import * as store from './engine.store.ts'
import { passGate } from './gate.actions.ts'
import { tellConfirmed } from './hold.actions.ts'
import { moveUp, renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { rulesOf } from './rules.store.ts'
import type { BookingState } from './booking.contract.ts'
import './booking.events.ts'
import { PLAIN } from './label.rules.ts'

/** Which booking, which of its days (all when none are named), and the version that was seen (any when none is given). */
interface Settle extends engine.Write {
  readonly bookingId: BookingId
  readonly dayIds?: readonly BookingDayId[] | undefined
  readonly expected?: number | undefined
}

/** Given when a person presses Book, who is then asked for papers. A signed memo or a link asks nobody. */
interface AskedOfPapers {
  readonly despite: string | undefined
}

/**
 * Makes held or pencilled days firm; what is firm already stays, so that a second yes changes nothing.
 * @throws AlreadyBooked naming the job that has the person, NotPossible where another job holds ahead
 */
export const confirm = (
  app: App,
  asked: Settle & { terms?: Terms | undefined; papers?: AskedOfPapers | undefined },
): Promise<Booking> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const { scope, bookingId, terms } = asked
      const { booking, days } = await engine.lockBooking(tx, scope, bookingId, asked.expected)
      const named = engine.chosen(days, asked.dayIds)
      const firm = named.filter(({ state }) => state === 'planning' || state === 'hold')
      refuseOthers(named, ['planning', 'hold', 'confirmed'], 'Hold it again first.')
      const before = await engine.bookingOf(tx, scope, bookingId)
      const passed =
        asked.papers === undefined || firm.length === 0
          ? ''
          : await passGate(app, tx, scope, {
              booked: [{ engagementId: booking.engagementId, personId: firm[0]?.personId ?? null }],
              despite: asked.papers.despite,
            })
      await engine.refuseTaken(tx, firm, { own: bookingId, productionId: booking.productionId, name: before.name })
      await rows.update(tx, idsOf(firm), { state: 'confirmed', rank: null, by_hand: true })
      await renumber(tx, resourcesOf(firm))
      await store.change(tx, bookingId, terms === undefined ? {} : { terms: JSON.stringify(terms) })
      if (firm.length === 0) return engine.bookingOf(tx, scope, bookingId)
      await recorded(app, tx, asked, {
        booking: before,
        days: firm,
        state: 'confirmed',
        words: `Booked ${datesOf(firm)}${passed}`,
      })
      await tellConfirmed(app, tx, bookingId, idsOf(firm))
      return engine.bookingOf(tx, scope, bookingId)
    }),
  )

/** Lets held or pencilled days go, with a reason that stays; whoever is behind moves up and is told. */
export const release = (app: App, asked: Settle & { reason: string }): Promise<Booking> =>
  letGo(app, asked, {
    from: ['planning', 'hold'],
    to: 'released',
    hint: 'Cancel what is booked; only what is not can be released.',
  })

/** Cancels confirmed days. The reason stays with each, and the fee in percent: by the cancellation table unless one is given. */
export const cancel = (
  app: App,
  asked: Settle & { reason: string; feePercent?: number | undefined },
): Promise<Booking> =>
  letGo(app, asked, {
    from: ['confirmed'],
    to: 'cancelled',
    hint: 'Release what is not confirmed; only what is can be cancelled.',
  })

interface LettingGo {
  readonly from: readonly BookingState[]
  readonly to: 'released' | 'cancelled'
  readonly hint: string
}

const letGo = (
  app: App,
  asked: Settle & { reason: string; feePercent?: number | undefined },
  { from, to, hint }: LettingGo,
): Promise<Booking> =>
  app.transaction(async (tx) => {
    const { scope, bookingId, reason } = asked
    const { booking, days } = await engine.lockBooking(tx, scope, bookingId, asked.expected)
    const named = engine.chosen(
      days,
      asked.dayIds ?? days.filter(({ state }) => from.includes(state)).map(({ id }) => id),
    )
    refuseOthers(named, from, hint)
    if (named.length === 0) throw new Problem(NotPossible, {}, `Of this booking nothing is left to be ${to}.`)
    const before = await engine.bookingOf(tx, scope, bookingId)
    const table = to === 'cancelled' ? (await rulesOf(tx)).cancellation : []
    const now = app.clock.now()
    for (const [fee, same] of Map.groupBy(named, (day) => asked.feePercent ?? feeOf(day, now, table)))
      await rows.end(tx, idsOf(same), {
        state: to,
        ended_at: now.toString(),
        ended_reason: reason,
        fee_percent: to === 'cancelled' ? fee : null,
      })
    await store.change(tx, bookingId, {})
    const word = to === 'released' ? 'Released' : 'Cancelled'
    await recorded(app, tx, asked, {
      booking: before,
      days: named,
      state: to,
      words: `${word} ${datesOf(named)}: ${reason}`,
    })
    await moveUp(app, tx, resourcesOf(named))
    await app.emit(tx, 'bookings.released', {
      bookingId,
      reason,
      productionId: booking.productionId,
      engagementId: booking.engagementId,
      personId: named[0]?.personId ?? null,
      dayIds: idsOf(named),
    })
    return engine.bookingOf(tx, scope, bookingId)
  })

/**
 * Books days although another job has the person. The reason and who gave it stay on each day, and a concern stands for as
 * long as they do.
 */
export const share = (app: App, asked: Settle & { reason: string }): Promise<Booking> =>
  app.transaction(async (tx) => {
    const { scope, actor, bookingId, reason } = asked
    const { days } = await engine.lockBooking(tx, scope, bookingId, asked.expected)
    const named = engine.chosen(days, asked.dayIds)
    refuseOthers(named, ['planning', 'hold', 'confirmed'], 'Hold it again first.')
    const before = await engine.bookingOf(tx, scope, bookingId)
    const by = engine.nameOf(actor)
    await rows.update(tx, idsOf(named), {
      state: 'confirmed',
      rank: null,
      by_hand: true,
      shared_reason: reason,
      shared_by: by,
    })
    await renumber(tx, resourcesOf(named))
    await store.change(tx, bookingId, {})
    await recorded(app, tx, asked, {
      booking: before,
      days: named,
      state: 'confirmed',
      words: `Booked as shared ${datesOf(named)}: ${reason}`,
    })
    await tellConfirmed(app, tx, bookingId, idsOf(named))
    return engine.bookingOf(tx, scope, bookingId)
  })

/** By the office's table, from the beginning of the day on the clock of its place. */
const feeOf = ({ onDate, from, zone }: rows.Row, now: Temporal.Instant, table: readonly CancellationStep[]) =>
  cancellationFee(now, instantOf(onDate, (from ?? 0) as DayMinute, zone), table)

function refuseOthers(days: readonly rows.Row[], allowed: readonly BookingState[], hint: string): void {
  const wrong = days.find(({ state }) => !allowed.includes(state))
  if (wrong)
    throw new Problem(NotPossible, {}, `${dayText(wrong.onDate)} is ${PLAIN[wrong.state].toLowerCase()}. ${hint}`)
}

const idsOf = (days: readonly rows.Row[]): BookingDayId[] => days.map(({ id }) => id)
const resourcesOf = (days: readonly rows.Row[]) => days.map(({ resourceId }) => resourceId)
const datesOf = (days: readonly rows.Row[]): string => days.map(({ onDate }) => dayText(onDate)).join(', ')

async function recorded(
  app: App,
  tx: Parameters<typeof engine.settle>[1],
  { scope, actor, bookingId }: Settle,
  {
    booking: { name, title },
    days,
    state,
    words,
  }: { booking: Booking; days: readonly rows.Row[]; state: BookingState; words: string },
) {
  await engine.settle(
    app,
    tx,
    { scope, actor },
    {
      id: bookingId,
      verb: `bookings.${state}`,
      kind: state,
      words,
      label: `${name}, ${title}`,
      before: engine.daysInWords(days),
      after: engine.daysInWords(days.map(({ onDate }) => ({ onDate, state }))),
    },
  )
}
