import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { dayIn, momentIn, type Locale } from '../../kernel/locale.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, type Letter } from '../../platform/mail/index.ts'
import type { ChallengeId } from './challenge.contract.ts'
import { shown } from './challenge.shown.ts'
import * as store from './challenge.store.ts'
import { runnersOf, type Reader } from './readers.actions.ts'
import { challengeWords } from './challenge.words.ts'

/** Somebody outside the office who holds ahead, and the language they are written to in. */
interface Outside {
  readonly email: string
  readonly locale: Locale
}

/** Both sides hear of a challenge at once, each with a page of their own. */
export async function tellSides(app: App, tx: Tx, id: ChallengeId, outside: Outside | null): Promise<void> {
  const row = await store.find(tx, id)
  if (row === undefined) return
  const base = row.ourProductionId ?? row.theirProductionId
  const [it] = await shown(app, tx, systemScope(base!, 'booking letters'), [row])
  if (it === undefined) return
  const page = (link: typeof row.our_link_id) =>
    link === null ? '' : `${app.settings.url}/h/${app.links.tokenOf(link)}`
  const letter = (side: 'ours' | 'theirs', { name, email, locale }: Reader): Letter => {
    const words = challengeWords[locale]
    const dates = it.dates.map((day) => dayIn(locale, day)).join(', ')
    const due = momentIn(locale, row.due_at, row.zone)
    const letter = side === 'theirs' ? words.letter : words.ours
    return {
      key: `challenge:${id}:${side}:${email}`,
      channel: 'email',
      to: { name, address: email },
      subject: side === 'theirs' ? words.subject(it.name, due) : words.oursSubject(it.name, dates),
      text: `${letter(it.name, dates, due)}\n\n${words.rule(it.rule)}\n\n${page(side === 'theirs' ? row.their_link_id : row.our_link_id)}\n`,
      about: { kind: 'challenge', id },
      productionId: side === 'theirs' ? row.theirProductionId : row.ourProductionId,
    }
  }
  const theirs = [
    ...(await runnersOf(tx, row.theirProductionId)),
    ...(outside === null ? [] : [{ name: row.theirHolder, ...outside }]),
  ]
  const ours = await runnersOf(tx, row.ourProductionId)
  await queueLetters(app, tx, [
    ...theirs.map((reader) => letter('theirs', reader)),
    ...ours.map((reader) => letter('ours', reader)),
  ])
}

/** Whoever is first now hears so. */
export async function tellPromoted(
  app: App,
  tx: Tx,
  {
    bookingId,
    productionId,
    days,
    name,
  }: { bookingId: string; productionId: ProductionId; days: readonly PlainDay[]; name: string },
): Promise<void> {
  await queueLetters(
    app,
    tx,
    (await runnersOf(tx, productionId)).map(({ name: to, email, locale }): Letter => {
      const words = challengeWords[locale]
      const dates = days.map((day) => dayIn(locale, day)).join(', ')
      return {
        key: `promoted:${bookingId}:${app.clock.now().epochMilliseconds}:${email}`,
        channel: 'email',
        to: { name: to, address: email },
        subject: words.firstSubject(name, dates),
        text: `${words.first(name, dates)}\n\n${app.settings.url}/bookings?from=${days[0]}&booking=${bookingId}\n`,
        about: { kind: 'booking', id: bookingId },
        productionId,
      }
    }),
  )
}
