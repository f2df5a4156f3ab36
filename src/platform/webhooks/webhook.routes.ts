import { handle, type BoundRoute } from '../http/handle.ts'
import * as actions from './webhook.actions.ts'
import * as contract from './webhook.contract.ts'

export const webhookRoutes: readonly BoundRoute[] = [
  handle(contract.listWebhooks, ({ scope }, app) => actions.list(app, scope)),
  handle(contract.createWebhook, ({ scope, actor, body }, app) => actions.create(app, { scope, actor, body })),
  handle(contract.changeWebhook, ({ scope, actor, params, expected, body }, app) =>
    actions.change(app, { scope, actor, expected, body, id: params.webhookId }),
  ),
  handle(contract.removeWebhook, ({ scope, actor, params, expected }, app) =>
    actions.remove(app, { scope, actor, expected, id: params.webhookId }),
  ),
  handle(contract.renewSecret, ({ scope, actor, params, expected }, app) =>
    actions.renewSecret(app, { scope, actor, expected, id: params.webhookId }),
  ),
  handle(contract.testWebhook, ({ scope, params }, app) => actions.test(app, { scope, id: params.webhookId })),
  handle(contract.listDeliveries, ({ scope, params, query }, app) =>
    actions.deliveries(app, scope, params.webhookId, { before: query.before, limit: query.limit }),
  ),
  handle(contract.redeliver, ({ scope, params }, app) =>
    actions.redeliver(app, { scope, id: params.webhookId, deliveryId: params.deliveryId }),
  ),
]
