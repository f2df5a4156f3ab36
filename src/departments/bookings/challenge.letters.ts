import { dayText, type PlainDay } from '../../kernel/time.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, type Letter } from '../../platform/mail/index.ts'
import * as productions from '../productions/index.ts'
import type { ChallengeId } from './challenge.contract.ts'
import { shown } from './challenge.shown.ts'
import * as store from './challenge.store.ts'
import { challengeWords, dateText, whenText } from './challenge.words.ts'

/** Whoever runs a production, as far as they have an account of it. */
export async function runnersOf(tx: Tx, productionId: ProductionId | null) {
  if (productionId === null) return []
  const { members } = await productions.membersOf(tx, systemScope(productionId, 'booking letters'))
  return members.filter(({ role }) => role === 'producer' || role === 'coordinator')
}

/** Somebody outside the office who holds ahead, and the language they are written to in. */
export interface Outside {
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
    const dates = it.dates.map((day) => dateText(day, locale)).join(', ')
    const due = whenText(row.due_at, row.zone, locale)
    const text =
      side === 'theirs'
        ? words.letter(it.name, dates, due)
        : `You challenged the hold on ${it.name} for ${dates}. The answer is due ${due}.`
    return {
      key: `challenge:${id}:${side}:${email}`,
      channel: 'email',
      to: { name, address: email },
      subject: side === 'theirs' ? words.subject(it.name, due) : `Challenge sent: ${it.name}, ${dates}`,
      text: `${text}\n\n${words.rule(it.rule)}\n\n${page(side === 'theirs' ? row.their_link_id : row.our_link_id)}\n`,
      about: { kind: 'challenge', id },
      productionId: side === 'theirs' ? row.theirProductionId : row.ourProductionId,
    }
  }
  const runners = async (productionId: ProductionId | null): Promise<Reader[]> =>
    (await runnersOf(tx, productionId)).map(({ name, email }) => ({ name, email, locale: 'en' }))
  const theirs = [
    ...(await runners(row.theirProductionId)),
    ...(outside === null ? [] : [{ name: row.theirHolder, ...outside }]),
  ]
  const ours = await runners(row.ourProductionId)
  await queueLetters(app, tx, [
    ...theirs.map((reader) => letter('theirs', reader)),
    ...ours.map((reader) => letter('ours', reader)),
  ])
}

interface Reader extends Outside {
  readonly name: string | null
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
  const dates = days.map((day) => dayText(day)).join(', ')
  await queueLetters(
    app,
    tx,
    (await runnersOf(tx, productionId)).map(({ name: to, email }) => ({
      key: `promoted:${bookingId}:${app.clock.now().epochMilliseconds}:${email}`,
      channel: 'email',
      to: { name: to, address: email },
      subject: `First hold now: ${name}, ${dates}`,
      text: `Whoever held ahead of you let go. You are first hold on ${name} for ${dates} and can book.\n\n${app.settings.url}/bookings?from=${days[0]}&booking=${bookingId}\n`,
      about: { kind: 'booking', id: bookingId },
      productionId,
    })),
  )
}
