import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import * as people from '../people/index.ts'
import { note, recorded } from './ask.actions.ts'
import { tell } from './ask.letters.ts'
import { isCandidate, reminderDue } from './ask.rules.ts'
import * as store from './ask.store.ts'
import { letGoOf } from './promote.actions.ts'

/** One reminder when half the time is over, and the end of the time: silence gives the days back. @returns how many */
export async function settleDue(app: App): Promise<number> {
  const now = app.clock.now()
  const due = (await store.waiting(app.db)).filter(
    ({ askedAt, answerBy, remindedAt }) =>
      Temporal.Instant.compare(answerBy, now) <= 0 || (remindedAt === null && reminderDue(askedAt, answerBy, now)),
  )
  for (const { id, askId, productionId } of due)
    await app.transaction(async (tx) => {
      const ask = await store.lock(tx, askId)
      const everybody = await store.peopleOf(tx, [askId])
      const person = everybody.find((it) => it.id === id)
      if (ask?.state !== 'open' || person?.state !== 'asked') return
      const scope = systemScope(productionId, 'an ask')
      const by = { scope, actor: scope.actor }
      const isOver = Temporal.Instant.compare(person.answer_by, now) <= 0
      const name = (await people.byIds(tx, [person.person_id]))[0]?.name ?? ''
      const kind = isOver ? ('expired' as const) : ('reminder' as const)
      await store.changePerson(tx, [id], isOver ? { state: 'expired' } : { reminded_at: now.toString() })
      if (isOver) {
        await letGoOf(app, tx, { ...by, bookingId: person.booking_id, reason: 'No answer in time' })
        const left = everybody.filter((it) => it.id !== id && isCandidate(it.state))
        await store.change(tx, askId, left.length === 0 ? { state: 'expired' } : {})
      }
      await note(app, tx, {
        askId,
        by: 'Unitbase',
        words: isOver ? `${name} did not answer in time` : `Reminded ${name}`,
      })
      await tell(app, tx, scope, [{ ask, personId: person.person_id, kind }])
      await recorded(app, tx, by, { id: askId, verb: `bookings.ask_${kind}`, title: `${ask.title}, ${name}` })
    })
  return due.length
}
