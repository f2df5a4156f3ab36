import type { ColumnType, Generated } from 'kysely'
import type { DeliveryId, DeliveryState, WebhookId } from './webhook.contract.ts'

type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface WebhookTable {
  id: WebhookId
  name: string
  url: string
  /** Sealed with the key of the installation. */
  secret: Buffer
  events: string[]
  active: Generated<boolean>
  created_at: At
  created_by_name: string
  version: Generated<number>
}

export interface DeliveryTable {
  id: DeliveryId
  webhook_id: WebhookId
  event: string
  /** Exactly what is sent, every time. */
  body: string
  state: Generated<DeliveryState>
  tries: Generated<number>
  created_at: At
  /** Until then a worker has it; one that died gives it back by itself. */
  claimed_until: MaybeAt
  tried_at: MaybeAt
  status: number | null
  answer: Generated<string>
  took_ms: number | null
  next_try_at: MaybeAt
}

declare module '../database/schema.ts' {
  interface Schema {
    webhook: WebhookTable
    webhook_delivery: DeliveryTable
  }
}
