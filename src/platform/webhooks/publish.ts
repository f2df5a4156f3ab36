import type { App } from '../app.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Events } from '../events.ts'
import type { DeliveryId } from './webhook.contract.ts'
import { deliverWebhook } from './webhook.job.ts'
import * as store from './webhook.store.ts'

/** What an address is told: facts that are open to anybody of the office, and never a private field. */
export type WebhookFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** An event that addresses outside may listen to; departments list theirs under `webhooks`. */
export interface WebhookEvent<Name extends keyof Events = keyof Events> {
  /** As receivers know it: `agreement.completed`. Never changes its meaning. */
  readonly name: string
  readonly about: string
  readonly event: Name
  /** Undefined: this one is not told. */
  readonly facts: (db: Db, payload: Events[Name]) => Promise<WebhookFacts | undefined>
}

/**
 * @example webhook('agreement.completed', 'Everybody has signed a paper', 'agreements.completed', (db, news) => factsOf(db, news))
 */
export const webhook = <Name extends keyof Events>(
  name: string,
  about: string,
  event: Name,
  facts: WebhookEvent<Name>['facts'],
): WebhookEvent => ({ name, about, event, facts }) as WebhookEvent

/** Queues a delivery for each address that listens, in the transaction of what happened: told if it commits, and only then. */
export async function publish(app: App, tx: Tx, it: WebhookEvent, payload: Events[keyof Events]): Promise<void> {
  const listening = await store.listeningTo(tx, it.name)
  if (listening.length === 0) return
  const facts = await it.facts(tx, payload)
  if (facts === undefined) return
  for (const { id } of listening) {
    const deliveryId = await queue(app, tx, id, it.name, facts)
    await app.jobs.send(tx, deliverWebhook, { deliveryId, after: 0 })
  }
}

export async function queue(
  app: App,
  tx: Tx,
  webhookId: store.WebhookRow['id'],
  event: string,
  facts: WebhookFacts,
): Promise<DeliveryId> {
  const id = app.ids.next<DeliveryId>()
  const at = app.clock.now().toString()
  await store.insertDelivery(tx, {
    id,
    webhook_id: webhookId,
    event,
    body: JSON.stringify({ id, event, at, data: facts }),
    created_at: at,
    claimed_until: null,
    tried_at: null,
    status: null,
    took_ms: null,
    next_try_at: null,
  })
  return id
}
