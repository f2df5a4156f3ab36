import type { PersonId } from '../../kernel/ids.ts'
import { momentIn, type Locale } from '../../kernel/locale.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, sendLettersNow, undoUntil, withdrawLetters } from '../../platform/mail/index.ts'
import * as productions from '../productions/index.ts'
import { askWords, type AskWords } from './ask.words.ts'
import type { AskRow, OpenFor } from './ask.store.ts'
import * as store from './ask.store.ts'
import { readersOf, runnersOf, type Reader, type Readers } from './readers.actions.ts'

/** Questions to one person within this many minutes of each other go in one letter (CR-9). */
const MERGED_MINUTES = 15

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
    const withdrawn = new Set(waiting.size === 0 ? [] : await withdrawAsked(app, tx, [...waiting.keys()]))
    const unwritten = open.filter(({ letterId }) => letterId === null || withdrawn.has(letterId))
    if (reader?.to == null || unwritten.length === 0) continue
    const first = [...waiting.values()].map(({ leavesAt }) => leavesAt).toSorted(Temporal.Instant.compare)[0]
    const leavesAt = first ?? app.clock.now().add({ minutes: MERGED_MINUTES })
    const key = `ask:${personId}:${app.ids.next<string>()}`
    const common = { key, channel: 'email' as const, productionId: scope.productionId, leavesAt }
    const [letter] = await queueLetters(app, tx, [
      {
        ...common,
        ...addressed(reader.to, askLetter(app, reader.to, reader, production, unwritten)),
        about: { kind: 'booking_ask', id: unwritten[0]!.id },
      },
    ])
    if (reader.copy !== null && letter !== undefined)
      await queueLetters(app, tx, [
        {
          ...common,
          key: `${key}:copy`,
          ...addressed(reader.copy, copyLetter(reader.copy, reader.about, production, unwritten)),
          about: { kind: COPY, id: letter.id },
        },
      ])
    await store.changePerson(
      tx,
      unwritten.map(({ id }) => id),
      { letter_id: letter?.id ?? null },
    )
  }
}

/** Copies are about the letter they are a copy of, and go where it goes. */
const COPY = 'booking_ask_copy'

/** Calls letters of asks back, and their copies with them. @returns those that had not left */
export async function withdrawAsked(app: App, tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const withdrawn = await withdrawLetters(app, tx, { ids })
  await withdrawLetters(app, tx, { about: { kind: COPY, ids: withdrawn } })
  return withdrawn
}

export async function sendAsked(app: App, tx: Tx, ids: readonly string[]): Promise<void> {
  await sendLettersNow(app, tx, { ids })
  await sendLettersNow(app, tx, { about: { kind: COPY, ids } })
}

const addressed = ({ name, email }: Reader, letter: { subject: string; text: string }) => ({
  to: { name, address: email },
  ...letter,
})

function askLetter(
  app: App,
  { locale, name }: Reader,
  { isAgent, about }: Readers,
  production: string,
  open: readonly OpenFor[],
) {
  const words = askWords[locale]
  const parts = open.map((it) =>
    [
      asked(words, it),
      `${words.answerBy} ${momentIn(locale, it.answerBy, it.zone)}:`,
      it.linkId === null ? '' : `${app.settings.url}/ask/${app.links.tokenOf(it.linkId)}`,
    ]
      .filter(Boolean)
      .join('\n'),
  )
  return {
    subject: words.subject(production, open.map(({ title }) => title).join(', ')),
    text: [words.dear(name), isAgent && words.through(about), words.asks(production), ...parts, words.noLogin]
      .filter(Boolean)
      .join('\n\n'),
  }
}

/** For the agent who is copied: the same question, without the page that answers it. */
function copyLetter({ locale, name }: Reader, about: string, production: string, open: readonly OpenFor[]) {
  const words = askWords[locale]
  return {
    subject: words.subject(production, `${about}: ${open.map(({ title }) => title).join(', ')}`),
    text: [words.dear(name), words.copied(about), words.asks(production), ...open.map((it) => asked(words, it))].join(
      '\n\n',
    ),
  }
}

const asked = (words: AskWords, { title, dates, kind, offer, message }: OpenFor): string =>
  [`${title}: ${words.dates(dates)}`, kind === 'job' && offer !== null ? words.terms(offer) : words.onlyFree, message]
    .filter(Boolean)
    .join('\n')

interface Plain {
  ask: AskRow
  personId: PersonId
  kind: 'reminder' | 'let_go' | 'won' | 'expired'
}

/** A letter about how an ask went: a reminder, taken, or politely not. */
export async function tell(app: App, tx: Tx, scope: ProductionScope, those: readonly Plain[]): Promise<void> {
  const everybody = await readersOf(
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
      const readers = everybody.get(personId)
      const row = links.get(`${ask.id} ${personId}`)
      if (readers?.to == null || row === undefined) return []
      const page = row.link_id === null ? '' : `${app.settings.url}/ask/${app.links.tokenOf(row.link_id)}`
      const { about, isAgent } = readers
      return [readers.to, ...(readers.copy === null ? [] : [readers.copy])].map(({ name, email, locale }, at) => {
        const words = askWords[locale]
        const isCopy = at === 1
        return {
          key: `ask:${row.id}:${kind}:${row.answer_by.epochMilliseconds}${isCopy ? ':copy' : ''}`,
          channel: 'email' as const,
          to: { name, address: email },
          subject: `${production}: ${ask.title}${isCopy || isAgent ? `, ${about}` : ''}`,
          text: [
            words.dear(name),
            isCopy ? words.copied(about) : isAgent && words.through(about),
            words.told[kind === 'won' ? (ask.win_as === 'hold' ? 'held' : 'booked') : kind](
              ask.title,
              words.dates(ask.dates),
              momentIn(locale, row.answer_by, ask.zone),
            ),
            !isCopy && (kind === 'reminder' || kind === 'won') && page,
          ]
            .filter(Boolean)
            .join('\n\n'),
          about: { kind: 'booking_ask', id: row.id },
          productionId: scope.productionId,
          leavesAt,
        }
      })
    }),
  )
}

/** What somebody said, as each reader of it is told. */
interface Said {
  readonly name: string
  readonly answer: keyof AskWords['said']
  readonly words: string
}

/** Whoever runs the production hears of an answer. */
export async function tellRunners(app: App, tx: Tx, scope: ProductionScope, ask: AskRow, said: Said): Promise<void> {
  await queueLetters(
    app,
    tx,
    (await runnersOf(tx, scope.productionId)).map(({ name, email, locale }) => {
      const told = saidText(said, locale)
      return {
        key: `ask:${ask.id}:answer:${app.ids.next<string>()}:${email}`,
        channel: 'email' as const,
        to: { name, address: email },
        subject: `${ask.title}: ${told}`,
        text: `${told}.\n\n${app.settings.url}/bookings?from=${ask.dates[0]}&ask=${ask.production_id}.${ask.id}\n`,
        about: { kind: 'booking_ask', id: ask.id },
        productionId: scope.productionId,
      }
    }),
  )
}

/** `Imani said yes, if: only until six`; the record keeps it in English. */
export const saidText = ({ name, answer, words }: Said, locale: Locale = 'en'): string =>
  [`${name} ${askWords[locale].said[answer]}`, words].filter(Boolean).join(': ')
