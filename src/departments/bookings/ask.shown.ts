import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { neverArrived } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import type { Ask, AskId } from './ask.contract.ts'
import * as store from './ask.store.ts'
import { readersOf } from './readers.actions.ts'

type Asked = Ask['people'][number]

/** Asks as the production sees them, with everybody asked and what has happened so far. */
async function shown(app: App, db: Db, scope: ProductionScope, asks: readonly store.AskRow[]): Promise<Ask[]> {
  const ids = asks.map(({ id }) => id)
  const asked = await store.peopleOf(db, ids)
  const personIds = [...new Set(asked.map(({ person_id }) => person_id))]
  const names = new Map((await people.byIds(db, personIds)).map(({ id, name }) => [id, name]))
  const readers = await readersOf(db, scope, personIds)
  const letters = new Map(
    (
      await store.letters(
        db,
        asked.flatMap(({ letter_id }) => letter_id ?? []),
      )
    ).map((letter) => [letter.id, letter]),
  )
  const peopleOf = Map.groupBy(asked, ({ ask_id }) => ask_id)
  const eventsOf = Map.groupBy(await store.eventsOf(db, ids), ({ ask_id }) => ask_id)
  const mayAsk = scope.can('bookings.edit')
  return asks.map((ask) => ({
    id: ask.id,
    productionId: ask.production_id,
    title: ask.title,
    kind: ask.kind,
    mode: ask.mode,
    winAs: ask.win_as,
    dates: ask.dates,
    terms: ask.terms,
    message: ask.message,
    zone: ask.zone,
    state: ask.state,
    version: ask.version,
    people: (peopleOf.get(ask.id) ?? []).map((it) => ({
      personId: it.person_id,
      name: names.get(it.person_id) ?? '',
      bookingId: it.booking_id,
      state: it.state,
      words: it.words,
      offer: it.offer,
      theirs: it.theirs,
      askedAt: it.asked_at.toString(),
      answerBy: it.answer_by.toString(),
      openedAt: it.opened_at?.toString() ?? null,
      answeredAt: it.answered_at?.toString() ?? null,
      page: mayAsk && it.link_id !== null ? `${app.settings.url}/ask/${app.links.tokenOf(it.link_id)}` : null,
      reachable: readers.get(it.person_id)?.to != null,
      ...letterOf(app.clock.now(), letters.get(it.letter_id ?? '')),
    })),
    soFar: (eventsOf.get(ask.id) ?? []).map(({ at, by_name, words, figures }) => ({
      at: at.toString(),
      by: by_name,
      words,
      figures,
    })),
  }))
}

type Letter = Awaited<ReturnType<typeof store.letters>>[number]

/** A letter that is due is on its way: nothing can call it back for certain. One that came back asked nobody. */
function letterOf(now: Temporal.Instant, letter: Letter | undefined): Pick<Asked, 'leavesAt' | 'undelivered'> {
  const waits = letter?.state === 'queued' && Temporal.Instant.compare(letter.leavesAt, now) > 0
  return {
    leavesAt: waits ? letter.leavesAt.toString() : null,
    undelivered: letter !== undefined && neverArrived(letter.state),
  }
}

/** @throws NotFound */
export async function askOf(app: App, db: Db, scope: ProductionScope, id: AskId): Promise<Ask> {
  const row = await store.find(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such ask on this production.')
  return (await shown(app, db, scope, [row]))[0] as Ask
}

const pageSize = 50

export async function asksOf(
  app: App,
  db: Db,
  scope: ProductionScope,
  { state, before }: { state?: Ask['state'] | undefined; before?: AskId | undefined },
) {
  const found = await store.page(db, scope, { state, before, limit: pageSize + 1 })
  const items = await shown(app, db, scope, found.slice(0, pageSize))
  return { items, next: found.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}
