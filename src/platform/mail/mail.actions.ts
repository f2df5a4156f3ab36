import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../app.ts'
import type { Actor } from '../access/scope.ts'
import { carriersOf, tell } from './deliver.ts'
import { NotWaiting } from './mail.contract.ts'
import type { MailNotice, MailRecord, MailSummary } from './mail.contract.ts'
import { afterNotice, remedyFor } from './mail.rules.ts'
import type { MailState } from './mail.rules.ts'
import * as store from './mail.store.ts'
import type { MailLine } from './mail.store.ts'
import { dialled, tryAgain } from './outbox.ts'

declare module '../events.ts' {
  interface Events {
    /** Somebody answered a text message; `about` is what the last one to that number was about. */
    'mail.replied': {
      messageId: string
      about: { kind: string; id: string }
      productionId: string | null
      text: string
    }
  }
}

const summary = (message: MailLine): MailSummary => ({
  id: message.id as MailSummary['id'],
  channel: message.channel,
  to: { name: message.to_name, address: message.to_address },
  subject: message.subject,
  state: message.state,
  stateAt: message.state_at.toString(),
  leavesAt: message.leaves_at.toString(),
  tries: message.tries,
  nextTryAt: message.next_try_at?.toString() ?? null,
  withdrawn: message.withdrawn_at !== null,
  reply: message.reply,
  remedy: remedyFor(message.state, message.reply ?? ''),
})

export async function list(
  app: App,
  query: { state?: MailState | undefined; before?: string | undefined; limit: number },
) {
  const messages = await store.page(app.db, { ...query, limit: query.limit + 1 })
  const items = messages.slice(0, query.limit).map(summary)
  const { email, sms } = carriersOf(app)
  return {
    items,
    next: messages.length > query.limit ? (items.at(-1)?.id ?? null) : null,
    carries: { email: email !== null, sms: sms !== null },
  }
}

export async function get(app: App, id: string): Promise<MailRecord> {
  const message = await store.find(app.db, id)
  if (message === undefined) throw new Problem(NotFound, {}, 'There is no such message in the outbox.')
  const attempts = await store.attemptsOf(app.db, id)
  return {
    ...summary(message),
    text: message.sealed ? null : message.body_text,
    attempts: attempts.map((it) => ({ at: it.at.toString(), state: it.state, code: it.code, reply: it.reply })),
  }
}

export const sendAgain = (app: App, actor: Actor, id: string): Promise<MailSummary> =>
  app.transaction(async (tx) => {
    const before = await store.find(tx, id)
    if (before === undefined) throw new Problem(NotFound, {}, 'There is no such message in the outbox.')
    const queued = await tryAgain(app, tx, id)
    if (queued === undefined)
      throw new Problem(NotWaiting, {}, 'It was withdrawn, is on its way, or has arrived. Send a new one instead.')
    await app.audit.record(tx, actor, 'mail.tried_again', {
      subject: { kind: 'mail_message', id, label: queued.subject },
      productionId: queued.production_id,
      before: { state: before.state },
      after: { state: queued.state },
    })
    return summary(queued)
  })

/** News about messages that left: each changes its message once, and a late one never undoes a later one. */
export const takeNotices = (app: App, notices: readonly MailNotice[]) =>
  app.transaction(async (tx) => {
    let taken = 0
    for (const notice of notices) {
      const messageId = notice.messageId?.replace(/^<|@.*$|>$/g, '')
      const message = await store.findReported(tx, { messageId, address: notice.address })
      if (message === undefined) continue
      taken += 1
      const state = afterNotice(message.state, notice.state)
      if (state === message.state) continue
      const at = app.clock.now()
      const code = notice.code ?? null
      await store.addAttempt(tx, {
        id: app.ids.next<string>(),
        message_id: message.id,
        at: at.toString(),
        state: notice.state,
        code,
        reply: notice.text,
        provider_id: null,
      })
      await store.update(tx, message.id, {
        state,
        code,
        reply: notice.text,
        next_try_at: null,
        state_at: at.toString(),
      })
      await tell(app, tx, message, { state, code, reply: notice.text, at })
    }
    return { taken, unknown: notices.length - taken }
  })

export const takeReply = (app: App, reply: { from: string; text: string }) =>
  app.transaction(async (tx) => {
    const message = await store.findReported(tx, { address: dialled(reply.from) })
    if (message === undefined || message.channel !== 'sms') return { taken: false }
    await app.emit(tx, 'mail.replied', {
      messageId: message.id,
      about: { kind: message.about_kind, id: message.about_id },
      productionId: message.production_id,
      text: reply.text,
    })
    return { taken: true }
  })
