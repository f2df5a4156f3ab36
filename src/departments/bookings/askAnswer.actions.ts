import { moneyOf } from '../../kernel/money.ts'
import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import type { LinkId } from '../../kernel/ids.ts'
import { systemScope, type Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { attempt } from '../../platform/database/savepoint.ts'
import * as people from '../people/index.ts'
import { AskOver, type Answer, type PersonState } from './ask.contract.ts'
import { note, recorded } from './ask.actions.ts'
import { saidText, tellRunners } from './ask.letters.ts'
import { offerText, standsOpen } from './ask.rules.ts'
import * as store from './ask.store.ts'
import { take } from './askDecision.actions.ts'
import type { Terms } from './engine.contract.ts'
import { askAgain, letGoOf } from './promote.actions.ts'
import * as engine from './engine.actions.ts'

/** The person and the ask a link belongs to. @throws LinkUnusable */
export async function behindLink(db: Db, linkId: LinkId) {
  const person = await store.behindLink(db, linkId)
  const ask = person && (await store.findAny(db, person.ask_id))
  if (person === undefined || ask === undefined)
    throw new Problem(LinkUnusable, { reason: 'unknown' }, 'This question is gone.')
  return { person, ask }
}

export const opened = (app: App, linkId: LinkId): Promise<{ state: PersonState }> =>
  app.transaction(async (tx) => {
    const { person, ask } = await behindLink(tx, linkId)
    if (person.opened_at === null) {
      await store.changePerson(tx, [person.id], { opened_at: app.clock.now().toString() })
      await app.announce(tx, { department: 'bookings', productionId: ask.production_id, ids: [ask.id] })
    }
    return { state: person.state }
  })

/** Why the days of a no were let go; by it a change of mind finds them again. */
const SAID_NO = 'Said no'

interface Answering {
  readonly linkId: LinkId
  readonly actor: Actor
  readonly body: Answer
}

/**
 * What somebody says by their link. The same again changes nothing; another answer replaces the first for as long as nobody
 * has decided; after a no the days are asked for anew, behind whoever asked meanwhile. Where the first yes wins, a yes takes the job; of two at one moment the second is told that it is gone.
 * @throws AskOver in words for the person who asked too late
 */
export const answer = (app: App, { linkId, actor, body }: Answering): Promise<{ state: PersonState }> =>
  engine.asRefusal(
    app.transaction(async (tx) => {
      const { ask: found } = await behindLink(tx, linkId)
      const ask = (await store.lock(tx, found.id)) as store.AskRow
      const person = (await store.behindLink(tx, linkId)) as store.PersonRow
      const now = app.clock.now()
      if (isSame(person, body)) return { state: person.state }
      const standing = standsOpen(ask, { state: person.state, answerBy: person.answer_by }, now)
      if (standing !== 'open') throw new Problem(AskOver, {}, TOO_LATE[standing])
      const theirs = body.answer === 'counter' ? termsOf(body, person) : null
      await store.changePerson(tx, [person.id], {
        state: body.answer,
        words: body.words,
        theirs: theirs === null ? null : JSON.stringify(theirs),
        answered_at: now.toString(),
      })
      const scope = systemScope(ask.production_id, 'an answer by link')
      const name = (await people.byIds(tx, [person.person_id]))[0]?.name ?? ''
      const said = { name, answer: body.answer, words: body.words }
      await note(app, tx, {
        askId: ask.id,
        by: name,
        words: saidText(said),
        figures: theirs === null ? '' : offerText(theirs),
      })
      if (body.answer === 'no') await letGoOf(app, tx, { scope, actor, bookingId: person.booking_id, reason: SAID_NO })
      else if (person.state === 'no')
        await askAgain(app, tx, { scope, actor }, { bookingId: person.booking_id, as: ask.meanwhile, ended: SAID_NO })
      await store.change(tx, ask.id, {})
      await recorded(
        app,
        tx,
        { scope, actor },
        {
          id: ask.id,
          verb: 'bookings.ask_answered',
          title: `${ask.title}, ${name}`,
          after: {
            answer: body.answer,
          },
        },
      )
      const taken =
        body.answer === 'yes' && ask.mode === 'first' && (await tryTake(app, tx, { scope, actor }, ask, person.id))
      await tellRunners(app, tx, scope, ask, said)
      return { state: taken ? 'won' : body.answer }
    }),
  )

/**
 * A yes is a yes although another job has them by then: the office sees both and decides. What taking them had begun to
 * write is undone, so that nothing is half booked.
 */
async function tryTake(app: App, tx: Tx, by: engine.Write, ask: store.AskRow, id: string): Promise<boolean> {
  const person = (await store.peopleOf(tx, [ask.id])).find((it) => it.id === id) as store.PersonRow
  try {
    await engine.asRefusal(attempt(tx, () => take(app, tx, by, ask, person)))
    return true
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault
    await note(app, tx, { askId: ask.id, by: 'Unitbase', words: `Could not be taken at once: ${fault.message}` })
    return false
  }
}

const isSame = (person: store.PersonRow, { answer: said, words }: Answer): boolean =>
  (said === 'yes' && (person.state === 'won' || person.state === 'yes')) ||
  (said !== 'counter' && person.state === said && person.words === words)

function termsOf({ terms }: Answer, { offer }: store.PersonRow): Terms {
  const currency = offer?.currency ?? 'EUR'
  return {
    basis: offer?.basis ?? 'day',
    amount: moneyOf(terms?.rate ?? 0, currency).minor,
    currency,
    guaranteedHours: terms?.hours ?? null,
    overtime: terms?.overtime ?? '',
    kitFee: terms?.kit == null ? null : moneyOf(terms.kit, currency).minor,
    travel: terms?.travel ?? '',
  }
}

const TOO_LATE = {
  won: 'You are down for this already.',
  filled: 'Somebody else was taken in the meantime. Thank you for answering.',
  closed: 'We are not asking any more. Thank you for answering.',
  expired: 'The time to answer is over. Write to us if you are free after all.',
} as const
