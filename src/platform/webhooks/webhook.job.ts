import { z } from 'zod'
import { job } from '../jobs.ts'
import { DeliveryId } from './webhook.contract.ts'

/** One try; whether there is another, and when, the delivery itself says. `after`: how many came before, so that a try can queue the next. */
export const deliverWebhook = job('webhooks.deliver', z.object({ deliveryId: DeliveryId, after: z.number().int() }), {
  tries: 2,
  timeoutSeconds: 60,
  onceBy: ({ deliveryId, after }) => `${deliveryId} ${after}`,
})

/** Takes up what a worker died over, and forgets what is long past. */
export const sweepWebhooks = job('webhooks.sweep', z.object({}), { tries: 1, timeoutSeconds: 60, every: '*/5 * * * *' })
