import { invalid, Problem } from '../../kernel/problems.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { within, type App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { AskOver, type Ask, type AskId, type Decision } from './ask.contract.ts'
import { letGo, lockOpen, note, recorded } from './ask.actions.ts'
import { tell, writeAsked } from './ask.letters.ts'
import { isCandidate, offerText } from './ask.rules.ts'
import { askOf } from './ask.shown.ts'
import * as store from './ask.store.ts'
import * as engine from './engine.actions.ts'
import * as bookings from './engine.store.ts'
import { holdPencilled } from './promote.actions.ts'
import * as rows from './row.store.ts'
import { confirm } from './settle.actions.ts'

interface Decide extends engine.Write {
  readonly id: AskId
  readonly expected: number
  readonly body: Decision
}

/**
 * Takes one answer, comes back with other terms, or declines one person.
 * @throws AskOver, Stale, AlreadyBooked where another job has the person
 */
export const decide = (app: App, { scope, actor, id, expected, body }: Decide): Promise<Ask> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const ask = await lockOpen(app, tx, { scope, id, expected })
      const person = (await store.peopleOf(tx, [id])).find(({ person_id }) => person_id === body.personId)
      if (person === undefined) throw invalid('/personId', 'This person was not asked.')
      if (!isCandidate(person.state)) throw new Problem(AskOver, {}, 'With this person it is settled already.')
      const by = { scope, actor }
      const name = await nameOf(tx, person.person_id)
      if (body.act === 'accept') await take(app, tx, by, ask, person)
      else if (body.act === 'decline') {
        await letGo(app, tx, by, { ask, those: [person], reason: 'Declined' })
        await note(app, tx, { askId: id, by: engine.nameOf(actor), words: `Declined ${name}` })
      } else await counter(app, tx, by, { person, decision: body, name })
      await store.change(tx, id, {})
      await recorded(app, tx, by, { id, verb: `bookings.ask_${body.act}`, title: `${ask.title}, ${name}` })
      return askOf(app, tx, scope, id)
    }),
  )

async function counter(
  app: App,
  tx: Tx,
  { scope, actor }: engine.Write,
  {
    person,
    decision: { terms, message, answerBy },
    name,
  }: { person: store.PersonRow; decision: Extract<Decision, { act: 'counter' }>; name: string },
): Promise<void> {
  const due = Temporal.Instant.from(answerBy)
  const now = app.clock.now()
  if (Temporal.Instant.compare(due, now) <= 0) throw invalid('/answerBy', 'This moment is over already.')
  await store.changePerson(tx, [person.id], {
    state: 'asked',
    offer: JSON.stringify(terms),
    asked_at: now.toString(),
    answer_by: due.toString(),
    answered_at: null,
    reminded_at: null,
    letter_id: null,
  })
  const words = message === '' ? `Came back to ${name}` : `Came back to ${name}: ${message}`
  await note(app, tx, { askId: person.ask_id, by: engine.nameOf(actor), words, figures: offerText(terms) })
  await writeAsked(app, tx, scope, [person.person_id])
}

const nameOf = async (tx: Tx, id: PersonId): Promise<string> => (await people.byIds(tx, [id]))[0]?.name ?? ''

/**
 * One person wins: their days become firm or held on the terms that stand, the others are let go and told, and the ask is
 * filled. That only one can is also the database's rule.
 */
export async function take(
  app: App,
  tx: Tx,
  by: engine.Write,
  ask: store.AskRow,
  winner: store.PersonRow,
): Promise<void> {
  const everybody = await store.peopleOf(tx, [ask.id])
  await rows.lockResources(
    tx,
    everybody.map(({ person_id }) => person_id),
  )
  const terms = winner.theirs ?? winner.offer
  if (ask.win_as === 'confirmed') {
    await confirm(within(app, tx), { ...by, bookingId: winner.booking_id, ...(terms && { terms }) })
  } else {
    await holdPencilled(app, tx, by, winner.booking_id)
    if (terms) await bookings.change(tx, winner.booking_id, { terms: JSON.stringify(terms) })
  }
  await putOnCrew(app, tx, by, ask, winner)
  await store.changePerson(tx, [winner.id], { state: 'won', answered_at: app.clock.now().toString() })
  const others = everybody.filter(({ id, state }) => id !== winner.id && isCandidate(state))
  await letGo(app, tx, by, { ask, those: others, reason: 'Somebody else was taken' })
  await store.change(tx, ask.id, { state: 'filled' })
  const name = await nameOf(tx, winner.person_id)
  await note(app, tx, {
    askId: ask.id,
    by: engine.nameOf(by.actor),
    words: ask.win_as === 'confirmed' ? `Booked ${name}` : `Put ${name} on hold`,
    figures: terms ? offerText(terms) : '',
  })
  await tell(app, tx, by.scope, [{ ask, personId: winner.person_id, kind: 'won' }])
}

/** Whoever is taken stands on the crew list with the days of the ask, so that sheets and papers know them. */
async function putOnCrew(
  app: App,
  tx: Tx,
  by: engine.Write,
  ask: store.AskRow,
  winner: store.PersonRow,
): Promise<void> {
  const personId = winner.person_id
  const same = (await people.engagementsOf(tx, by.scope)).find(
    (it) => it.personId === personId && it.title.toLowerCase() === ask.title.toLowerCase(),
  )
  const departmentId = ask.department_id ?? (await people.departmentsOf(tx))[0]?.id
  if (same === undefined && departmentId === undefined) return
  const engaged =
    same ??
    (await people.addEngagement(within(app, tx), {
      ...by,
      body: {
        personId,
        companyId: null,
        departmentId: departmentId as never,
        title: ask.title,
        kind: 'crew',
        elementId: null,
        works: 'listed_days',
      },
    }))
  await bookings.change(tx, winner.booking_id, { engagement_id: engaged.id })
}
