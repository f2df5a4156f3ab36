import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../access/scope.ts'
import type { App } from '../app.ts'
import type { Db, Tx } from '../database/database.ts'
import { whyNot } from '../outbound/index.ts'
import { deliver } from './deliver.ts'
import { queue } from './publish.ts'
import { NotGivenUp, type Delivery, type DeliveryId, type Webhook, type WebhookId } from './webhook.contract.ts'
import { deliverWebhook } from './webhook.job.ts'
import * as store from './webhook.store.ts'

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

const shownDelivery = (row: store.DeliveryRow): Delivery => ({
  id: row.id,
  event: row.event,
  state: row.state,
  tries: row.tries,
  createdAt: row.created_at.toString(),
  triedAt: text(row.tried_at),
  status: row.status,
  answer: row.answer,
  tookMs: row.took_ms,
  nextTryAt: text(row.next_try_at),
})

const shown = (row: store.WebhookRow, last: store.DeliveryRow | undefined): Webhook => ({
  id: row.id,
  name: row.name,
  url: row.url,
  events: row.events,
  active: row.active,
  createdBy: row.created_by_name,
  last: last === undefined ? null : shownDelivery(last),
  version: row.version,
})

/** Every event there is, from the register of the departments. */
export const eventsOf = (app: App) =>
  app.departments().flatMap((it) => (it.webhooks ?? []).map(({ name, about }) => ({ name, about })))

export async function list(app: App, scope: OfficeScope) {
  const rows = await store.all(app.db, scope)
  const last = await store.lastOf(
    app.db,
    rows.map(({ id }) => id),
  )
  return {
    items: rows.map((row) =>
      shown(
        row,
        last.find((it) => it.webhook_id === row.id),
      ),
    ),
    events: eventsOf(app),
  }
}

async function get(db: Db, scope: OfficeScope, id: WebhookId): Promise<store.WebhookRow> {
  const row = await store.find(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such webhook.')
  return row
}

const view = async (db: Db, scope: OfficeScope, id: WebhookId): Promise<Webhook> =>
  shown(await get(db, scope, id), (await store.lastOf(db, [id]))[0])

function refuse(app: App, body: { url?: string | undefined; events?: readonly string[] | undefined }): void {
  const why = body.url === undefined ? undefined : whyNot(body.url, app.settings.privateHosts)
  if (why !== undefined) throw invalid('/url', why)
  const known = new Set(eventsOf(app).map(({ name }) => name))
  const strange = body.events?.find((it) => !known.has(it))
  if (strange !== undefined) throw invalid('/events', `There is no event called ${strange}.`)
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}
interface Change extends Write {
  readonly id: WebhookId
  readonly expected: number
}
interface Body {
  readonly name: string
  readonly url: string
  readonly events: string[]
  readonly active?: boolean | undefined
}

const nameOf = (actor: Actor): string => (actor.kind === 'user' ? actor.name : 'The office')
const newSecret = (app: App): string => `whsec_${app.ids.secret()}`
const told = ({ name, url, events, active }: store.WebhookRow) => ({ name, url, events, active })

export const create = (app: App, { scope, actor, body }: Write & { body: Body }) =>
  app.transaction(async (tx) => {
    refuse(app, body)
    const id = app.ids.next<WebhookId>()
    const secret = newSecret(app)
    await store.insert(tx, {
      id,
      name: body.name,
      url: body.url,
      secret: app.keys.seal(secret),
      events: body.events,
      active: body.active ?? true,
      created_at: app.clock.now().toString(),
      created_by_name: nameOf(actor),
    })
    await settle(app, tx, { scope, actor, id }, 'webhook.added', null)
    return { webhook: await view(tx, scope, id), secret }
  })

async function lockFresh(tx: Tx, { scope, id, expected }: Change): Promise<store.WebhookRow> {
  const row = await store.lock(tx, id)
  if (row === undefined) return get(tx, scope, id)
  demandFresh({ expected, current: row.version }, row.name)
  return row
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor, id }: Write & { id: WebhookId },
  verb: string,
  before: store.WebhookRow | null,
): Promise<void> {
  const after = await store.find(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'webhook', id, label: (after ?? before)?.name ?? '' },
    before: before && told(before),
    ...(after && { after: told(after) }),
  })
  await app.announce(tx, { department: 'webhooks', productionId: null, ids: [id] })
}

export const change = (app: App, it: Change & { body: { [K in keyof Body]?: Body[K] | undefined } }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, it)
    refuse(app, it.body)
    const { name, url, events, active } = it.body
    await store.update(tx, it.id, {
      name: name ?? before.name,
      url: url ?? before.url,
      events: events ?? before.events,
      active: active ?? before.active,
    })
    await settle(app, tx, it, 'webhook.changed', before)
    return view(tx, it.scope, it.id)
  })

export const remove = (app: App, it: Change) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, it)
    await store.remove(tx, it.id)
    await settle(app, tx, it, 'webhook.removed', before)
    return { removed: true as const }
  })

export const renewSecret = (app: App, it: Change) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, it)
    const secret = newSecret(app)
    await store.update(tx, it.id, { secret: app.keys.seal(secret) })
    await settle(app, tx, it, 'webhook.secret_renewed', before)
    return { webhook: await view(tx, it.scope, it.id), secret }
  })

/** Sends now, so that whoever sets it up sees the answer; it stands in the log like any other. */
export async function test(app: App, { scope, id }: { scope: OfficeScope; id: WebhookId }): Promise<Delivery> {
  await get(app.db, scope, id)
  const deliveryId = await app.transaction((tx) =>
    queue(app, tx, id, 'test', { message: 'This is a test from your production office.' }),
  )
  return tried(app, deliveryId)
}

async function tried(app: App, id: DeliveryId): Promise<Delivery> {
  await deliver(app, id)
  const row = await store.delivery(app.db, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'This delivery is gone.')
  return shownDelivery(row)
}

export async function deliveries(
  app: App,
  scope: OfficeScope,
  id: WebhookId,
  asked: { before: DeliveryId | undefined; limit: number },
) {
  await get(app.db, scope, id)
  const rows = await store.page(app.db, id, asked)
  const items = rows.slice(0, asked.limit).map(shownDelivery)
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}

/** One more time for what was given up or waits; the ladder begins anew. */
export const redeliver = (
  app: App,
  { scope, id, deliveryId }: { scope: OfficeScope; id: WebhookId; deliveryId: DeliveryId },
): Promise<Delivery> =>
  app.transaction(async (tx) => {
    await get(tx, scope, id)
    await store.lock(tx, id)
    const row = await store.delivery(tx, deliveryId)
    if (row?.webhook_id !== id) throw new Problem(NotFound, {}, 'There is no such delivery.')
    if (row.state === 'delivered')
      throw new Problem(NotGivenUp, {}, 'It was taken. A second time would be one too many.')
    await store.settleDelivery(tx, deliveryId, { state: 'waiting', tries: 0, next_try_at: null })
    await app.jobs.send(tx, deliverWebhook, { deliveryId, after: 0 })
    await app.announce(tx, { department: 'webhooks', productionId: null, ids: [id] })
    return shownDelivery({ ...row, state: 'waiting', tries: 0, next_try_at: null })
  })
