import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

export const WebhookId = idOf('WebhookId')
export type WebhookId = z.infer<typeof WebhookId>
export const DeliveryId = idOf('DeliveryId')
export type DeliveryId = z.infer<typeof DeliveryId>

/** `waiting` to be sent or sent again; `delivered` when a 2xx came; `given_up` after the last try. */
export const DeliveryState = z.enum(['waiting', 'delivered', 'given_up'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const Delivery = z.object({
  id: DeliveryId,
  event: z.string(),
  state: DeliveryState,
  tries: z.number().int(),
  createdAt: InstantText,
  /** When the last try was, and what came back: a status, or why nothing did. */
  triedAt: InstantText.nullable(),
  status: z.number().int().nullable(),
  answer: z.string(),
  tookMs: z.number().int().nullable(),
  nextTryAt: InstantText.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export const Webhook = z.object({
  id: WebhookId,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  createdBy: z.string(),
  last: Delivery.nullable(),
  version: z.number().int(),
})
export type Webhook = z.infer<typeof Webhook>

const EventAbout = z.object({ name: z.string(), about: z.string() })

const access = { ability: 'office.webhooks', on: 'office' } as const
const path = '/v1/webhooks'
const params = z.object({ webhookId: WebhookId })

const settable = {
  name: z.string().trim().min(1, 'Give it a name, such as Payroll.').max(80),
  url: z.string().trim().max(500),
  events: z.array(z.string().max(80)).min(1, 'Choose at least one event.').max(100),
  active: z.boolean(),
}

export const listWebhooks = route({
  method: 'GET',
  path,
  summary: 'Addresses that are told of events, how each answered last, and the events there are',
  access,
  response: z.object({ items: z.array(Webhook), events: z.array(EventAbout) }),
})

export const createWebhook = route({
  method: 'POST',
  path,
  summary: 'Tell an address of events from now on; the secret is shown this once',
  access,
  body: z.object(settable).partial({ active: true }),
  idempotencyKey: 'accepted',
  response: z.object({ webhook: Webhook, secret: z.string() }),
  status: 201,
})

export const changeWebhook = route({
  method: 'PATCH',
  path: `${path}/{webhookId}`,
  summary: 'Change what an address is told, or stop telling it',
  access,
  params,
  body: z.object(settable).partial(),
  ifMatch: 'required',
  response: Webhook,
  problems: [Stale],
})

export const removeWebhook = route({
  method: 'DELETE',
  path: `${path}/{webhookId}`,
  summary: 'Forget an address and what it was told',
  access,
  params,
  ifMatch: 'required',
  response: z.object({ removed: z.literal(true) }),
  problems: [Stale],
})

export const renewSecret = route({
  method: 'POST',
  path: `${path}/{webhookId}/secret`,
  summary: 'A new secret, shown this once; the old one signs nothing any more',
  access,
  params,
  body: z.object({}),
  ifMatch: 'required',
  response: z.object({ webhook: Webhook, secret: z.string() }),
  problems: [Stale],
})

export const testWebhook = route({
  method: 'POST',
  path: `${path}/{webhookId}/test`,
  summary: 'Send a test event now and say how it was answered',
  access,
  params,
  body: z.object({}),
  repeated: 'a test changes nothing, and each one is told as a test',
  response: Delivery,
})

export const listDeliveries = route({
  method: 'GET',
  path: `${path}/{webhookId}/deliveries`,
  summary: 'What an address was told, newest first, with its last answers',
  access,
  params,
  query: z.object({ before: DeliveryId.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: pageOf(Delivery),
})

export const NotGivenUp = problemType('webhook-delivery-not-given-up', 409, 'This delivery does not need another try')

export const redeliver = route({
  method: 'POST',
  path: `${path}/{webhookId}/deliveries/{deliveryId}/again`,
  summary: 'Send something again that was given up or waits for its next try',
  access,
  params: params.extend({ deliveryId: DeliveryId }),
  body: z.object({}),
  idempotencyKey: 'accepted',
  response: Delivery,
  problems: [NotGivenUp],
})
