import type { ProductionId, UserId } from '../../kernel/ids.ts'
import { NotAllowed, Problem } from '../../kernel/problems.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import * as productions from '../productions/index.ts'
import { callOf } from './notice.actions.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import { rulesOf } from './sheetRule.store.ts'

interface Subscriber {
  userId: UserId
  name: string
  email: string
}

const deskAddress = (app: App, notice: Notice): string =>
  `${app.settings.url}/productions/${notice.production_id}/callsheets/${notice.call_sheet_id}/distribution?person=${notice.id}`

const sentence = (notice: Notice, kind: string, text: string): string =>
  kind === 'confirmed'
    ? `${notice.name}, ${notice.personal.position}: confirmed ${callOf(notice)} (${notice.issue_word}).`
    : `${notice.name}, ${notice.personal.position}: has a problem with ${callOf(notice)} (${notice.issue_word}). ${text}`.trim()

type TellMode = 'off' | 'instant' | 'digest'

/** How somebody wants to hear of answers. Only an account has a mailbox to tell. @throws NotAllowed */
export const subscribe = (
  app: App,
  { scope, mode }: { scope: ProductionScope; mode: TellMode },
): Promise<{ mode: TellMode }> =>
  app.transaction(async (tx) => {
    const { actor } = scope
    if (actor.kind !== 'user')
      throw new Problem(NotAllowed, { ability: 'callsheets.read' }, 'Sign in to be told of answers by mail.')
    await store.setSubscription(tx, scope, actor.userId, mode === 'off' ? null : mode, app.clock.now())
    return { mode }
  })

/** Tells those who want to know of each answer at once. */
export async function tellAtOnce(
  app: App,
  tx: Tx,
  { notice, kind }: { notice: Notice; kind: 'confirmed' | 'problem' },
): Promise<void> {
  const to = await store.subscribers(tx, notice.production_id, 'instant')
  const line = sentence(notice, kind, notice.problem?.text ?? '')
  await queueLetters(
    app,
    tx,
    to.map((it) => ({
      ...letterTo(it, notice.production_id),
      key: `answer:${it.userId}:${notice.id}:${kind}:${notice.state_at.toString()}`,
      subject: `[${notice.head.code}] ${kind === 'confirmed' ? 'Confirmed' : 'PROBLEM'}: ${notice.name}, ${callOf(notice)}`,
      text: `${line}\n\n${deskAddress(app, notice)}\n`,
    })),
  )
}

const letterTo = (it: Subscriber, productionId: ProductionId) => ({
  channel: 'email' as const,
  to: { name: it.name, address: it.email },
  about: { kind: 'confirmations', id: it.userId },
  productionId,
})

/** Everything answered since the last digest, in one message; nothing where nothing was. @returns how many were written */
export const sendDigests = (app: App): Promise<number> =>
  app.transaction(async (tx) => {
    const now = app.clock.now()
    let written = 0
    const { digestHours } = await rulesOf(tx)
    const digests = await store.digestsOf(tx)
    const zones = await productions.zonesOf(tx, [...new Set(digests.map(({ productionId }) => productionId))])
    for (const due of digests) {
      const zone = zones.get(due.productionId)
      if (zone === undefined || !digestHours.includes(now.toZonedDateTimeISO(zone).hour)) continue
      const answers = await store.answersSince(tx, systemScope(due.productionId, 'Digest'), due.toldUntil)
      await store.setSubscription(tx, systemScope(due.productionId, 'Digest'), due.userId, 'digest', now)
      const [first] = answers
      if (first === undefined) continue
      written += 1
      await queueLetters(app, tx, [
        {
          ...letterTo(due, due.productionId),
          key: `digest:${due.userId}:${due.productionId}:${due.toldUntil.toString()}`,
          subject: `[${first.notice.head.code}] Call sheets: ${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}`,
          text: `${answers.map((it) => sentence(it.notice, it.kind, it.text)).join('\n')}\n\n${deskAddress(app, first.notice)}\n`,
        },
      ])
    }
    return written
  })
