import { invalid } from '../../kernel/problems.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { BookedDay, EngagementId } from './booking.contract.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'
import * as engine from './engine.actions.ts'
import { passGate } from './gate.actions.ts'
import { moveUp, renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { mainBookings } from './standing.actions.ts'

type Marked = { engagementId: EngagementId; onDate: PlainDay; state: Exclude<BookedDay['state'], 'cancelled'> | null }
type Engaged = Awaited<ReturnType<typeof people.engagementsOf>>[number]

/** Marks days of people on the production, as the crew grid does. A day without a state is as the engagement has it. */
export const bookDays = (
  app: App,
  { scope, actor, days }: engine.Write & { days: readonly Marked[] },
): Promise<{ days: BookedDay[] }> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const engaged = new Map((await people.engagementsOf(tx, scope)).map((person) => [person.id as string, person]))
      for (const [index, { engagementId }] of days.entries())
        if (!engaged.has(engagementId))
          throw invalid(`/days/${index}/engagementId`, 'This person is not on the production.')
      const ids = [...new Set(days.map(({ engagementId }) => engagementId))]
      const resources = ids.map((id) => engaged.get(id)?.personId ?? null)
      await rows.lockResources(tx, resources)
      const mains = await mainBookings(
        app,
        tx,
        { scope, actor },
        ids.flatMap((id) => engaged.get(id) ?? []),
      )
      const dates = days.map(({ onDate }) => onDate).sort()
      const span = { from: dates[0] as PlainDay, to: dates.at(-1) as PlainDay }
      const before = await rows.ofEngagements(tx, ids, span)
      await mark(app, tx, { scope, actor }, { days, before, engaged, mains })
      await moveUp(app, tx, resources)
      const after = await rows.ofEngagements(tx, ids, span)
      for (const id of ids)
        await app.audit.record(tx, actor, 'bookings.days_set', {
          subject: { kind: 'engagement', id, label: engaged.get(id)?.name ?? '' },
          productionId: scope.productionId,
          before: engine.daysInWords(before.filter(({ engagementId }) => engagementId === id)),
          after: engine.daysInWords(after.filter(({ engagementId }) => engagementId === id)),
        })
      await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids })
      return {
        days: after
          .filter(({ byHand }) => byHand)
          .map(({ onDate, state, engagementId }) => ({ onDate, state, engagementId: engagementId as EngagementId })),
      }
    }),
  )

interface Marking {
  readonly days: readonly Marked[]
  readonly before: readonly rows.Row[]
  readonly engaged: ReadonlyMap<string, Engaged>
  readonly mains: ReadonlyMap<string, BookingId>
}

async function mark(app: App, tx: Tx, { scope }: engine.Write, { days, before, engaged, mains }: Marking) {
  const { timeZone } = await productions.get(tx, scope)
  const booked = days.filter(({ state }) => state === 'confirmed').map((day) => ({ ...day, personId: null }))
  if (booked.length > 0) await passGate(app, tx, scope, { booked })
  const there = new Map(before.map((row) => [`${row.engagementId} ${row.onDate}`, row]))
  const items = days.map((day) => ({ ...day, row: there.get(`${day.engagementId} ${day.onDate}`) }))
  await takeBack(tx, items)
  for (const [engagementId, own] of Map.groupBy(items, (item) => item.engagementId)) {
    const person = engaged.get(engagementId) as Engaged
    const bookingId = mains.get(engagementId) as BookingId
    await refuseTaken(tx, scope, own, { person, bookingId, timeZone })
    for (const state of ['planning', 'hold', 'confirmed', 'released'] as const)
      await setState(app, tx, state, own, { person, bookingId, timeZone })
  }
  await renumber(
    tx,
    [...engaged.values()].filter(({ id }) => mains.has(id)).map(({ personId }) => personId),
  )
}

/** A day as it is asked for, beside what stands there. */
type Item = Marked & { readonly row: rows.Row | undefined }

interface Whose {
  readonly person: Engaged
  readonly bookingId: BookingId
  readonly timeZone: ZoneName
}

/** What was said by hand is taken back: standing days follow the schedule again, others are gone. */
async function takeBack(tx: Tx, items: readonly Item[]): Promise<void> {
  const back = items.flatMap(({ state, row }) => (state === null && row?.byHand ? [row] : []))
  await rows.remove(tx, back.filter(({ isStanding }) => !isStanding).map(idOf))
  await rows.update(tx, back.filter(({ isStanding }) => isStanding).map(idOf), {
    state: 'planning',
    rank: null,
    by_hand: false,
    ended_at: null,
    ended_reason: '',
  })
}

const refuseTaken = (tx: Tx, scope: ProductionScope, own: readonly Item[], { person, bookingId, timeZone }: Whose) =>
  engine.refuseTaken(
    tx,
    own
      .filter(({ state, row }) => state === 'confirmed' && row?.state !== 'confirmed')
      .map(({ onDate, row }) => ({
        resourceId: person.personId,
        onDate,
        from: row?.from ?? null,
        until: row?.until ?? null,
        zone: row?.zone ?? timeZone,
        rank: row?.rank ?? null,
      })),
    { own: bookingId, productionId: scope.productionId, name: person.name },
  )

async function setState(
  app: App,
  tx: Tx,
  state: NonNullable<Marked['state']>,
  own: readonly Item[],
  { person, bookingId, timeZone }: Whose,
): Promise<void> {
  const now = app.clock.now().toString()
  const ended_at = state === 'released' ? now : null
  const asked = own.filter((item) => item.state === state)
  const present = asked.flatMap(({ row }) => row ?? [])
  const changing = present.filter((row) => row.state !== state)
  await rows.update(tx, changing.map(idOf), {
    state,
    rank: null,
    by_hand: true,
    asked_at: now,
    ended_reason: '',
    ended_at,
  })
  await rows.update(tx, present.filter((row) => row.state === state).map(idOf), { by_hand: true })
  const coming = asked.filter(({ row }) => row === undefined)
  await rows.insert(
    tx,
    coming.map(({ onDate }) => ({
      id: app.ids.next<BookingDayId>(),
      booking_id: bookingId,
      person_id: person.personId,
      location_id: null,
      bookable_id: null,
      on_date: onDate,
      from_minute: null,
      until_minute: null,
      zone: timeZone,
      state,
      rank: null,
      asked_at: now,
      shared_reason: null,
      shared_by: null,
      fee_percent: null,
      ended_at,
    })),
  )
}

const idOf = ({ id }: rows.Row): BookingDayId => id
