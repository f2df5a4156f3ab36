import { ask, OutboundFault } from '../outbound/index.ts'
import type { App } from '../app.ts'
import type { DeliveryId } from './webhook.contract.ts'
import { deliverWebhook } from './webhook.job.ts'
import { answerText, isAccepted, nextTry, signatureOf, statusWords } from './webhook.rules.ts'
import * as store from './webhook.store.ts'

/** A worker has a delivery for this long; asking takes ten seconds at most. */
const claimSeconds = 60
const keptDays = 30

/** One try. Nothing is open in the database while the other side is asked, and of two workers one finds it taken. */
export async function deliver(app: App, id: DeliveryId): Promise<void> {
  const now = app.clock.now()
  const taken = await app.transaction(async (tx) => {
    const delivery = await store.claim(tx, id, { now, until: now.add({ seconds: claimSeconds }) })
    return delivery && { delivery, webhook: await store.lock(tx, delivery.webhook_id) }
  })
  if (taken?.webhook === undefined) return
  const { delivery, webhook } = taken
  const began = performance.now()
  const answer = await asked(app, webhook, delivery, now)
  const isDone = answer.status !== null && isAccepted(answer.status)
  const next = isDone ? null : nextTry(delivery.tries, now)
  await app.transaction(async (tx) => {
    await store.settleDelivery(tx, id, {
      state: isDone ? 'delivered' : next === null ? 'given_up' : 'waiting',
      tried_at: now.toString(),
      status: answer.status,
      answer: answer.text,
      took_ms: Math.round(performance.now() - began),
      next_try_at: next?.toString() ?? null,
    })
    if (next !== null)
      await app.jobs.send(tx, deliverWebhook, { deliveryId: id, after: delivery.tries }, { startAfter: next })
    await app.announce(tx, { department: 'webhooks', productionId: null, ids: [webhook.id] })
  })
}

async function asked(
  app: App,
  webhook: store.WebhookRow,
  { id, event, body }: store.DeliveryRow,
  now: Temporal.Instant,
) {
  try {
    const { status, body: said } = await ask({
      url: webhook.url,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Unitbase',
        'unitbase-event': event,
        'unitbase-delivery': id,
        'unitbase-signature': signatureOf(app.keys.unseal(webhook.secret), now, body),
      },
      body,
      privateHosts: app.settings.privateHosts,
    })
    const text = answerText(said)
    return { status, text: isAccepted(status) ? text : [statusWords(status), text].filter((it) => it !== '').join(' ') }
  } catch (fault) {
    if (fault instanceof OutboundFault) return { status: null, text: fault.message }
    throw fault
  }
}

/** Takes up what is due and in nobody's hands, and forgets what was settled long ago. */
export async function sweep(app: App): Promise<void> {
  const now = app.clock.now()
  const left = await store.due(app.db, now)
  await app.transaction(async (tx) => {
    for (const { id, tries } of left) await app.jobs.send(tx, deliverWebhook, { deliveryId: id, after: tries })
    await store.forgetBefore(tx, now.subtract({ hours: 24 * keptDays }))
  })
}
