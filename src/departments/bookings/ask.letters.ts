import type { PersonId } from '../../kernel/ids.ts'
import { localeOf, type Locale } from '../../kernel/locale.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, undoUntil, withdrawLetters } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { askWords, whenIn } from './ask.words.ts'
import type { AskRow, OpenFor } from './ask.store.ts'
import * as store from './ask.store.ts'
import { runnersOf } from './challenge.letters.ts'

/** Questions to one person within this many minutes of each other go in one letter (CR-9). */
const MERGED_MINUTES = 15

interface Reader {
  name: string
  email: string | null
  locale: Locale
}

async function readersOf(tx: Tx, scope: ProductionScope, ids: readonly PersonId[]): Promise<Map<PersonId, Reader>> {
  const names = new Map((await people.byIds(tx, [...ids])).map(({ id, name }) => [id, name]))
  const written = await people.writeToOf(tx, scope, ids)
  return new Map(
    written.map(({ personId, email, languages }) => [
      personId,
      { name: names.get(personId) ?? '', email, locale: localeOf(languages[0]) },
    ]),
  )
}

/**
 * Writes the one letter that says all somebody is asked by this production and has not been told yet: questions within a
 * quarter of an hour merge, and what was taken back meanwhile is not in it. It leaves a quarter of an hour after the first.
 */
export async function writeAsked(app: App, tx: Tx, scope: ProductionScope, personIds: readonly PersonId[]) {
  const { title: production } = await productions.get(tx, scope)
  const readers = await readersOf(tx, scope, personIds)
  for (const personId of personIds) {
    const open = await store.openFor(tx, scope, personId)
    const reader = readers.get(personId)
    const waiting = new Map(
      (
        await store.waitingLetters(
          tx,
          open.flatMap(({ letterId }) => letterId ?? []),
        )
      ).map((it) => [it.id, it]),
    )
    const withdrawn = new Set(waiting.size === 0 ? [] : await withdrawLetters(app, tx, { ids: [...waiting.keys()] }))
    const unwritten = open.filter(({ letterId }) => letterId === null || withdrawn.has(letterId))
    if (reader?.email == null || unwritten.length === 0) continue
    const first = [...waiting.values()].map(({ leavesAt }) => leavesAt).toSorted(Temporal.Instant.compare)[0]
    const [letter] = await queueLetters(app, tx, [
      {
        key: `ask:${personId}:${app.ids.next<string>()}`,
        channel: 'email',
        to: { name: reader.name, address: reader.email },
        ...askLetter(app, { ...reader, production }, unwritten),
        about: { kind: 'booking_ask', id: unwritten[0]!.id },
        productionId: scope.productionId,
        leavesAt: first ?? app.clock.now().add({ minutes: MERGED_MINUTES }),
      },
    ])
    await store.changePerson(
      tx,
      unwritten.map(({ id }) => id),
      { letter_id: letter?.id ?? null },
    )
  }
}

function askLetter(app: App, { locale, name, production }: Reader & { production: string }, open: readonly OpenFor[]) {
  const words = askWords[locale]
  const parts = open.map(({ title, dates, kind, offer, message, answerBy, zone, linkId }) =>
    [
      `${title}: ${words.dates(dates)}`,
      kind === 'job' && offer !== null ? words.terms(offer) : words.onlyFree,
      message,
      `${words.answerBy} ${whenIn(locale, answerBy, zone)}:`,
      linkId === null ? '' : `${app.settings.url}/ask/${app.links.tokenOf(linkId)}`,
    ]
      .filter(Boolean)
      .join('\n'),
  )
  return {
    subject: words.subject(production, open.map(({ title }) => title).join(', ')),
    text: [words.dear(name), words.asks(production), ...parts, words.noLogin].join('\n\n'),
  }
}

interface Plain {
  ask: AskRow
  personId: PersonId
  kind: 'reminder' | 'let_go' | 'won' | 'expired'
}

/** A letter about how an ask went: a reminder, taken, or politely not. */
export async function tell(app: App, tx: Tx, scope: ProductionScope, those: readonly Plain[]): Promise<void> {
  const readers = await readersOf(
    tx,
    scope,
    those.map(({ personId }) => personId),
  )
  const { title: production } = await productions.get(tx, scope)
  const leavesAt = await undoUntil(app, tx)
  const links = new Map(
    (await store.peopleOf(tx, [...new Set(those.map(({ ask }) => ask.id))])).map((it) => [
      `${it.ask_id} ${it.person_id}`,
      it,
    ]),
  )
  await queueLetters(
    app,
    tx,
    those.flatMap(({ ask, personId, kind }) => {
      const reader = readers.get(personId)
      const row = links.get(`${ask.id} ${personId}`)
      if (reader?.email == null || row === undefined) return []
      const words = askWords[reader.locale]
      const page = row.link_id === null ? '' : `${app.settings.url}/ask/${app.links.tokenOf(row.link_id)}`
      return {
        key: `ask:${row.id}:${kind}:${row.answer_by.epochMilliseconds}`,
        channel: 'email' as const,
        to: { name: reader.name, address: reader.email },
        subject: `${production}: ${ask.title}`,
        text: [
          words.dear(reader.name),
          words.told[kind](ask.title, words.dates(ask.dates), whenIn(reader.locale, row.answer_by, ask.zone)),
          kind === 'reminder' || kind === 'won' ? page : '',
        ]
          .filter(Boolean)
          .join('\n\n'),
        about: { kind: 'booking_ask', id: row.id },
        productionId: scope.productionId,
        leavesAt,
      }
    }),
  )
}

/** Whoever runs the production hears of an answer. */
export async function tellRunners(app: App, tx: Tx, scope: ProductionScope, ask: AskRow, words: string): Promise<void> {
  await queueLetters(
    app,
    tx,
    (await runnersOf(tx, scope.productionId)).map(({ name, email }) => ({
      key: `ask:${ask.id}:answer:${app.ids.next<string>()}:${email}`,
      channel: 'email' as const,
      to: { name, address: email },
      subject: `${ask.title}: ${words}`,
      text: `${words}.\n\n${app.settings.url}/bookings?from=${ask.dates[0]}&ask=${ask.production_id}.${ask.id}\n`,
      about: { kind: 'booking_ask', id: ask.id },
      productionId: scope.productionId,
    })),
  )
}
