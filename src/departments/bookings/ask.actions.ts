import { demandFresh, invalid, Problem } from '../../kernel/problems.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { App } from '../../platform/app.ts'
import { within } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { AskOver, type Ask, type AskId, type NewAsk } from './ask.contract.ts'
import { sendAsked, tell, withdrawAsked, writeAsked } from './ask.letters.ts'
import { isCandidate, offerText } from './ask.rules.ts'
import { askOf } from './ask.shown.ts'
import * as store from './ask.store.ts'
import { NotPossible } from './conflict.contract.ts'
import * as engine from './engine.actions.ts'
import { hold } from './hold.actions.ts'
import { letGoOf } from './promote.actions.ts'
import * as rows from './row.store.ts'

/**
 * Asks people for a position on days. Each gets days that are pencilled or held for them, a page of their own and a letter.
 * @throws Invalid when the time to answer is over before it begins
 */
export const create = (app: App, { scope, actor, body }: engine.Write & { body: NewAsk }): Promise<Ask> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<AskId>()
    const { timeZone } = await productions.get(tx, scope)
    const { personIds, answerBy, dates, terms, ...ask } = body
    const now = app.clock.now()
    await store.insert(tx, {
      id,
      production_id: scope.productionId,
      department_id: ask.departmentId,
      title: ask.title,
      kind: ask.kind,
      mode: ask.mode,
      meanwhile: ask.meanwhile,
      win_as: ask.winAs,
      message: ask.message,
      zone: timeZone,
      dates: dates.toSorted(),
      terms: terms === null ? null : JSON.stringify(terms),
      state: 'open',
      created_at: now.toString(),
      created_by: engine.nameOf(actor),
    })
    await addPeople(app, tx, { scope, actor, id, personIds, answerBy: Temporal.Instant.from(answerBy) })
    await recorded(
      app,
      tx,
      { scope, actor },
      { id, verb: 'bookings.asked', title: ask.title, after: { people: personIds.length } },
    )
    return askOf(app, tx, scope, id)
  })

/** Asks somebody else for the same. @throws AskOver, NotPossible when they were asked already */
export const askMore = (
  app: App,
  { scope, actor, id, body }: engine.Write & { id: AskId; body: { personIds: PersonId[]; answerBy: string } },
): Promise<Ask> =>
  app.transaction(async (tx) => {
    const ask = await lockOpen(app, tx, { scope, id })
    await addPeople(app, tx, { scope, actor, id, ...body, answerBy: Temporal.Instant.from(body.answerBy) })
    await store.change(tx, id, {})
    await recorded(
      app,
      tx,
      { scope, actor },
      { id, verb: 'bookings.asked', title: ask.title, after: { people: body.personIds.length } },
    )
    return askOf(app, tx, scope, id)
  })

interface Adding extends engine.Write {
  id: AskId
  personIds: readonly PersonId[]
  answerBy: Temporal.Instant
}

async function addPeople(app: App, tx: Tx, { scope, actor, id, personIds, answerBy }: Adding): Promise<void> {
  const now = app.clock.now()
  if (Temporal.Instant.compare(answerBy, now) <= 0)
    throw invalid('/answerBy', 'Give them some time: this moment is over already.')
  const ask = await store.lock(tx, id)
  const already = await store.peopleOf(tx, [id])
  const twice = already.find(({ person_id }) => personIds.includes(person_id))
  const names = new Map((await people.byIds(tx, [...personIds])).map((it) => [it.id, it.name]))
  if (twice)
    throw new Problem(NotPossible, {}, `${names.get(twice.person_id) ?? 'Somebody'} was asked for this already.`)
  if (names.size < personIds.length) throw invalid('/personIds', 'Somebody here is not in the directory.')
  await rows.lockResources(tx, personIds)
  for (const personId of personIds) {
    const booking = await hold(within(app, tx), {
      scope,
      actor,
      personId,
      state: ask!.meanwhile,
      title: ask!.title,
      departmentId: ask!.department_id,
      spans: ask!.dates.map((onDate) => ({ onDate })),
      terms: ask!.terms,
    })
    const personRow = app.ids.next<string>()
    const link = await app.links.create(tx, {
      purpose: 'ask',
      subject: { kind: 'booking_ask', id: personRow },
      productionId: scope.productionId,
      personId,
      label: `Asked: ${ask!.title}, ${names.get(personId)}`,
      expiresAt: answerBy.add({ hours: 24 * 14 }),
      createdBy: actor,
    })
    await store.insertPerson(tx, {
      id: personRow,
      ask_id: id,
      person_id: personId,
      booking_id: booking.id,
      link_id: link.id,
      state: 'asked',
      offer: ask!.terms === null ? null : JSON.stringify(ask!.terms),
      asked_at: now.toString(),
      answer_by: answerBy.toString(),
      letter_id: null,
    })
    await note(app, tx, {
      askId: id,
      by: engine.nameOf(actor),
      words: `Asked ${names.get(personId)}`,
      figures: ask!.terms ? offerText(ask!.terms) : '',
    })
  }
  await writeAsked(app, tx, scope, personIds)
}

/** Lets letters that wait to be merged leave now. */
export const sendNow = (app: App, { scope, id }: engine.Write & { id: AskId }): Promise<Ask> =>
  app.transaction(async (tx) => {
    const ask = await askOf(app, tx, scope, id)
    const asked = await store.peopleOf(tx, [id])
    await sendAsked(
      app,
      tx,
      asked.flatMap(({ letter_id }) => letter_id ?? []),
    )
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [ask.id] })
    return askOf(app, tx, scope, id)
  })

/** Asks nobody any more: everybody who still has a say is told, and their days are let go. @throws AskOver, Stale */
export const releaseAll = (
  app: App,
  { scope, actor, id, expected, reason }: engine.Write & { id: AskId; expected: number; reason: string },
): Promise<Ask> =>
  app.transaction(async (tx) => {
    const ask = await lockOpen(app, tx, { scope, id, expected })
    const left = (await store.peopleOf(tx, [id])).filter(({ state }) => isCandidate(state))
    await letGo(app, tx, { scope, actor }, { ask, those: left, reason })
    await store.change(tx, id, { state: 'closed' })
    await note(app, tx, { askId: id, by: engine.nameOf(actor), words: `Asking nobody any more: ${reason}` })
    await recorded(app, tx, { scope, actor }, { id, verb: 'bookings.ask_closed', title: ask.title, after: { reason } })
    return askOf(app, tx, scope, id)
  })

/** Lets people go: their days are free, and who knows of the ask is told politely; a letter that has not left never does. */
export async function letGo(
  app: App,
  tx: Tx,
  by: engine.Write,
  { ask, those, reason }: { ask: store.AskRow; those: readonly store.PersonRow[]; reason: string },
): Promise<void> {
  await rows.lockResources(
    tx,
    those.map(({ person_id }) => person_id),
  )
  for (const { booking_id } of those) await letGoOf(app, tx, { ...by, bookingId: booking_id, reason })
  await store.changePerson(
    tx,
    those.map(({ id }) => id),
    { state: 'let_go' },
  )
  const letters = those.flatMap(({ letter_id }) => letter_id ?? [])
  const unsent = new Set(await withdrawAsked(app, tx, letters))
  await store.forgetLetters(tx, [...unsent])
  await writeAsked(
    app,
    tx,
    by.scope,
    those.map(({ person_id }) => person_id),
  )
  const told = those.filter(({ letter_id, answered_at }) => answered_at !== null || !unsent.has(letter_id ?? ''))
  await tell(
    app,
    tx,
    by.scope,
    told.map(({ person_id }) => ({ ask, personId: person_id, kind: 'let_go' as const })),
  )
}

/** @throws NotFound, Stale, AskOver */
export async function lockOpen(
  app: App,
  tx: Tx,
  { scope, id, expected }: { scope: engine.Write['scope']; id: AskId; expected?: number },
): Promise<store.AskRow> {
  await askOf(app, tx, scope, id)
  const ask = (await store.lock(tx, id)) as store.AskRow
  if (expected !== undefined) demandFresh({ expected, current: ask.version }, 'this ask, or somebody answered it,')
  if (ask.state !== 'open') throw new Problem(AskOver, {}, OVER[ask.state])
  return ask
}

const OVER = {
  filled: 'Somebody was taken already. Open it to see who.',
  closed: 'Nobody is asked any more.',
  expired: 'The time to answer is over. Ask again.',
} as const

export const note = (
  app: App,
  tx: Tx,
  { askId, by, words, figures = '' }: { askId: AskId; by: string; words: string; figures?: string },
) => store.addEvent(tx, { id: app.ids.next(), askId, at: app.clock.now(), by, words, figures })

export async function recorded(
  app: App,
  tx: Tx,
  { scope, actor }: engine.Write,
  { id, verb, title, after = {} }: { id: AskId; verb: string; title: string; after?: object },
): Promise<void> {
  const subject = { kind: 'booking_ask', id, label: title }
  await app.audit.record(tx, actor, verb, { subject, productionId: scope.productionId, after })
  await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [id] })
}
