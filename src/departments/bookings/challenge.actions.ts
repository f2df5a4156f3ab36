import { NotFound, Problem } from '../../kernel/problems.ts'
import { momentIn, type Locale } from '../../kernel/locale.ts'
import { weekdayOf, type PlainDay } from '../../kernel/time.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { AlreadyAnswered, type Challenge, type ChallengeId, type ChallengeState } from './challenge.contract.ts'
import { tellSides } from './challenge.letters.ts'
import { shown } from './challenge.shown.ts'
import * as store from './challenge.store.ts'
import { OVER } from './challenge.words.ts'
import { NotPossible } from './conflict.contract.ts'
import { answerDue, ruleText } from './deadline.rules.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'
import * as engine from './engine.actions.ts'
import * as bookings from './engine.store.ts'
import { directlyAbove } from './rank.rules.ts'
import * as rows from './row.store.ts'
import { rulesOf } from './rules.store.ts'
import { confirm, release } from './settle.actions.ts'

interface Ask extends engine.Write {
  readonly bookingId: BookingId
  readonly dayIds?: readonly BookingDayId[] | undefined
  readonly theirEmail: string | null
  readonly theirLocale?: Locale
}

/**
 * Asks whoever holds directly ahead to book or let go, once for each of them, and starts the clock. What is confirmed cannot
 * be challenged. @throws NotPossible when nobody is ahead, or the same challenge runs already
 */
export const challenge = (
  app: App,
  { scope, actor, bookingId, dayIds, theirEmail, theirLocale = 'en' }: Ask,
): Promise<Challenge[]> =>
  app.transaction(async (tx) => {
    const { days } = await engine.lockBooking(tx, scope, bookingId)
    const ours = engine.chosen(days, dayIds).filter(({ state }) => state === 'hold')
    const queue = await rows.holdsOf(tx, [...new Set(ours.flatMap(({ resourceId }) => resourceId ?? []))])
    const above = ours.flatMap((row) => {
      const same = queue.filter((other) => other.resourceId === row.resourceId)
      return directlyAbove(row, same) ?? []
    })
    const ahead = Map.groupBy(
      [...new Map(above.map((row) => [row.id, row])).values()].filter((row) => row.bookingId !== bookingId),
      (row) => row.bookingId,
    )
    if (ahead.size === 0)
      throw new Problem(NotPossible, {}, 'Nobody holds these days ahead of you. What is held first can be booked.')
    const running = await store.openOf(tx, [bookingId])
    const ids: ChallengeId[] = []
    for (const [againstId, taken] of ahead) {
      if (running.some((it) => it.booking_id === bookingId && it.against_id === againstId))
        throw new Problem(NotPossible, {}, 'This challenge runs already. Its answer is awaited.')
      ids.push(await begin(app, tx, { scope, actor, bookingId, theirEmail, theirLocale }, againstId, taken))
    }
    const found = await Promise.all(ids.map((id) => store.find(tx, id)))
    return shown(
      app,
      tx,
      scope,
      found.flatMap((it) => it ?? []),
    )
  })

async function begin(
  app: App,
  tx: Tx,
  { scope, actor, bookingId, theirEmail, theirLocale = 'en' }: Ask,
  againstId: BookingId,
  taken: readonly rows.Row[],
): Promise<ChallengeId> {
  const id = app.ids.next<ChallengeId>()
  const rule = await rulesOf(tx)
  const theirs = taken[0]?.productionId ?? null
  const { zone, isBusinessDay } = await hoursOf(tx, theirs === null ? scope : systemScope(theirs, BY), theirs === null)
  const now = app.clock.now()
  const dueAt = answerDue(now, rule, zone, isBusinessDay)
  const booking = await engine.bookingOf(tx, scope, bookingId)
  const link = (side: 'ours' | 'theirs', productionId: ProductionScope['productionId'] | null) =>
    app.links.create(tx, {
      purpose: 'hold',
      subject: { kind: `challenge_${side}`, id },
      productionId,
      label: `Challenged hold, ${booking.name}, ${side === 'ours' ? 'who asks' : 'who is asked'}`,
      expiresAt: dueAt.add({ hours: 24 * 14 }),
      createdBy: actor,
    })
  const our = await link('ours', scope.productionId)
  const their = await link('theirs', theirs)
  await store.insert(tx, {
    id,
    booking_id: bookingId,
    against_id: againstId,
    day_ids: taken.map((row) => row.id),
    asked_at: now.toString(),
    asked_by: engine.nameOf(actor),
    due_at: dueAt.toString(),
    zone,
    rule: ruleText(rule),
    state: 'open',
    answered_at: null,
    our_link_id: our.id,
    their_link_id: their.id,
  })
  const words = `Challenged the hold ahead; the answer is due ${momentIn('en', dueAt, zone)}`
  await engine.settle(
    app,
    tx,
    { scope, actor },
    {
      id: bookingId,
      verb: 'bookings.challenged',
      kind: 'challenged',
      words,
      label: `${booking.name}, ${booking.title}`,
      after: { dueAt: dueAt.toString() },
    },
  )
  await note(app, tx, againstId, 'challenged', `Challenged; book or release by ${momentIn('en', dueAt, zone)}`)
  if (theirs !== null) await app.announce(tx, { department: 'bookings', productionId: theirs, ids: [againstId] })
  await tellSides(app, tx, id, theirEmail === null ? null : { email: theirEmail, locale: theirLocale })
  return id
}

const BY = 'a challenged hold'

/** When the challenged party works: a production by its calendar, somebody outside from Monday to Friday on our clock. */
async function hoursOf(tx: Tx, scope: ProductionScope, isOutside: boolean) {
  const { timeZone } = await productions.get(tx, scope)
  if (isOutside) return { zone: timeZone, isBusinessDay: (day: PlainDay) => weekdayOf(day) < 6 }
  const calendar = await productions.calendarOf(tx, scope)
  return { zone: timeZone, isBusinessDay: (day: PlainDay) => productions.restOn(calendar, day) === null }
}

const note = (app: App, tx: Tx, bookingId: BookingId, kind: string, words: string) =>
  bookings.addEvents(tx, [{ id: app.ids.next(), bookingId, kind, words, by: 'Unitbase' }], app.clock.now())

export const challengesOf = async (app: App, scope: ProductionScope, bookingId?: BookingId) => ({
  items: await shown(app, app.db, scope, await store.ofProduction(app.db, scope, bookingId)),
  rule: ruleText(await rulesOf(app.db)),
})

type Answer = 'book' | 'release' | 'withdraw'
const STATE: Record<Answer, ChallengeState> = { book: 'booked', release: 'released', withdraw: 'withdrawn' }

interface Answering {
  readonly id: ChallengeId
  readonly answer: Answer
  readonly actor: engine.Write['actor']
  readonly side: 'ours' | 'theirs'
}

/**
 * Settles a challenge as one of its sides. The same answer again changes nothing; another one is refused with what was
 * answered. @throws AlreadyAnswered, AlreadyBooked
 */
export const settleChallenge = (app: App, { id, answer, actor, side }: Answering): Promise<store.ChallengeRow> =>
  app.transaction(async (tx) => {
    await store.lock(tx, id)
    const found = await store.find(tx, id)
    if (found === undefined) throw new Problem(NotFound, {}, 'There is no such challenge.')
    if ((answer === 'withdraw') !== (side === 'ours'))
      throw new Problem(
        NotPossible,
        {},
        side === 'ours' ? 'The other side answers; you may withdraw.' : 'Only whoever asked may withdraw.',
      )
    if (found.state !== 'open') {
      if (found.state === STATE[answer]) return found
      throw new Problem(AlreadyAnswered, { state: found.state }, `${OVER[found.state]} Nothing was changed.`)
    }
    await end(app, tx, found, STATE[answer], actor)
    const asked = { scope: systemScope((found.theirProductionId ?? found.ourProductionId)!, BY), actor }
    const dayIds = (await rows.ofBookings(tx, [found.against_id]))
      .filter(({ id: dayId, state }) => state === 'hold' && found.day_ids.includes(dayId))
      .map((row) => row.id)
    if (answer === 'book') await confirm(within(app, tx), { ...asked, bookingId: found.against_id, dayIds })
    if (answer === 'release')
      await release(within(app, tx), {
        ...asked,
        bookingId: found.against_id,
        dayIds,
        reason: 'Released when challenged',
      })
    return (await store.find(tx, id)) as store.ChallengeRow
  })

async function end(app: App, tx: Tx, it: store.ChallengeRow, state: ChallengeState, actor: engine.Write['actor']) {
  await store.answer(tx, it.id, { state, by: engine.nameOf(actor), at: app.clock.now() })
  await note(app, tx, it.booking_id, 'answered', `Challenge over: ${OVER[state]}`)
  for (const productionId of [it.ourProductionId, it.theirProductionId])
    if (productionId !== null)
      await app.announce(tx, { department: 'bookings', productionId, ids: [it.booking_id, it.against_id] })
  await app.audit.record(tx, actor, 'bookings.challenge_answered', {
    subject: { kind: 'booking', id: it.against_id, label: it.title },
    productionId: it.theirProductionId ?? it.ourProductionId,
    before: { challenge: 'open' },
    after: { challenge: state },
  })
}

/** Silence releases: every challenge whose time is over, each in a transaction of its own. @returns how many */
export async function lapseDue(app: App): Promise<number> {
  const due = await store.openDue(app.db, app.clock.now())
  for (const { id } of due)
    await app.transaction(async (tx) => {
      await store.lock(tx, id)
      const it = await store.find(tx, id)
      if (it?.state !== 'open') return
      const scope = systemScope((it.theirProductionId ?? it.ourProductionId)!, BY)
      await end(app, tx, it, 'lapsed', scope.actor)
      const dayIds = (await rows.ofBookings(tx, [it.against_id]))
        .filter((row) => row.state === 'hold' && it.day_ids.includes(row.id))
        .map((row) => row.id)
      if (dayIds.length > 0)
        await release(within(app, tx), {
          scope,
          actor: scope.actor,
          bookingId: it.against_id,
          dayIds,
          reason: 'No answer to the challenge in time',
        })
    })
  return due.length
}

/** Holds that were settled some other way end the challenges they are part of. */
export async function followBooking(app: App, tx: Tx, bookingId: BookingId, state: 'booked' | 'released') {
  const actor = { kind: 'system', name: BY } as const
  for (const it of await store.openOf(tx, [bookingId])) {
    const asks = it.booking_id === bookingId
    const side = await rows.ofBookings(tx, [bookingId])
    const waits = side.some((row) => row.state === 'hold' && (asks || it.day_ids.includes(row.id)))
    if (!waits) await end(app, tx, it, asks ? 'withdrawn' : state, actor)
  }
}
