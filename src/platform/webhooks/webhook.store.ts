import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { OfficeScope } from '../access/scope.ts'
import type { Db, Tx } from '../database/database.ts'
import { moment } from '../database/moment.ts'
import type { DeliveryId, WebhookId } from './webhook.contract.ts'
import type { DeliveryTable, WebhookTable } from './webhook.table.ts'
import './webhook.table.ts'

export type WebhookRow = Selectable<WebhookTable>
export type DeliveryRow = Selectable<DeliveryTable>

/** A few at most; the list is bounded all the same. */
export const all = (db: Db, _scope: OfficeScope): Promise<WebhookRow[]> =>
  db.selectFrom('webhook').selectAll().orderBy('name').orderBy('id').limit(200).execute()

export const find = (db: Db, _scope: OfficeScope, id: WebhookId): Promise<WebhookRow | undefined> =>
  db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, id: WebhookId): Promise<WebhookRow | undefined> =>
  tx.selectFrom('webhook').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const listeningTo = (db: Db, event: string): Promise<{ id: WebhookId }[]> =>
  db
    .selectFrom('webhook')
    .select('id')
    .where('active', '=', true)
    .where(sql<boolean>`events @> array[${event}]`)
    .orderBy('id')
    .execute()

export const insert = (tx: Tx, row: Insertable<WebhookTable>) => tx.insertInto('webhook').values(row).execute()

export const update = (tx: Tx, id: WebhookId, change: Updateable<WebhookTable>) =>
  tx
    .updateTable('webhook')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const remove = (tx: Tx, id: WebhookId) => tx.deleteFrom('webhook').where('id', '=', id).execute()

export const insertDelivery = (tx: Tx, row: Insertable<DeliveryTable>) =>
  tx.insertInto('webhook_delivery').values(row).execute()

export const delivery = (db: Db, id: DeliveryId): Promise<DeliveryRow | undefined> =>
  db.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst()

/** The newest of each, for those named. */
export const lastOf = (db: Db, ids: readonly WebhookId[]): Promise<DeliveryRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('webhook_delivery')
        .selectAll()
        .distinctOn('webhook_id')
        .where('webhook_id', 'in', [...ids])
        .orderBy('webhook_id')
        .orderBy('id', 'desc')
        .execute()

export const page = (
  db: Db,
  id: WebhookId,
  { before, limit }: { before: DeliveryId | undefined; limit: number },
): Promise<DeliveryRow[]> =>
  db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', id)
    .$if(before !== undefined, (it) => it.where('id', '<', before as DeliveryId))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** Takes a delivery that is due and that nobody else has: whoever gets the row sends it. */
export const claim = (
  tx: Tx,
  id: DeliveryId,
  { now, until }: { now: Temporal.Instant; until: Temporal.Instant },
): Promise<DeliveryRow | undefined> =>
  tx
    .updateTable('webhook_delivery')
    .set({ claimed_until: until.toString(), tries: sql<number>`tries + 1` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', moment(now))]))
    .returningAll()
    .executeTakeFirst()

export const settleDelivery = (tx: Tx, id: DeliveryId, change: Updateable<DeliveryTable>) =>
  tx
    .updateTable('webhook_delivery')
    .set({ ...change, claimed_until: null })
    .where('id', '=', id)
    .execute()

/** Due and in nobody's hands: what a worker died over, or what nobody was asked to send. */
export const due = (db: Db, now: Temporal.Instant): Promise<{ id: DeliveryId; tries: number }[]> =>
  db
    .selectFrom('webhook_delivery')
    .select(['id', 'tries'])
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', moment(now))]))
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', moment(now))]))
    .orderBy('id')
    .limit(500)
    .execute()

export const forgetBefore = (tx: Tx, before: Temporal.Instant) =>
  tx.deleteFrom('webhook_delivery').where('state', '<>', 'waiting').where('created_at', '<', moment(before)).execute()

/** Addresses whose newest answer was that they were given up, since when. */
export const inTrouble = (db: Db) =>
  db
    .selectFrom('webhook as w')
    .innerJoin('webhook_delivery as d', 'd.webhook_id', 'w.id')
    .distinctOn('w.id')
    .select(['w.id', 'w.name', 'd.state', 'd.tried_at as triedAt', 'd.answer'])
    .where('w.active', '=', true)
    .where('d.tried_at', 'is not', null)
    .orderBy('w.id')
    .orderBy('d.id', 'desc')
    .limit(50)
    .execute()
