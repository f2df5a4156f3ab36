import type { Department } from '../department.ts'
import { work } from '../jobs.ts'
import { deliver, sweep } from './deliver.ts'
import { deliverWebhook, sweepWebhooks } from './webhook.job.ts'
import { webhookRoutes } from './webhook.routes.ts'
import * as store from './webhook.store.ts'

/** Telling addresses outside what happened here: signed, retried, and with a log of what they answered. */
export const webhooks: Department = {
  name: 'webhooks',
  routes: webhookRoutes,
  jobs: [work(deliverWebhook, (it, app) => deliver(app, it.deliveryId)), work(sweepWebhooks, (_, app) => sweep(app))],
  today: async (db, scope) => ({
    needs: scope.can('office.webhooks')
      ? (await store.inTrouble(db))
          .filter(({ state }) => state === 'given_up')
          .map((it) => ({
            key: `webhook:${it.id}`,
            productionId: null,
            kind: 'office' as const,
            severity: 'warns' as const,
            title: `${it.name} is no longer told`,
            detail: it.answer,
            dueAt: null,
            since: it.triedAt?.toString() ?? null,
            verb: 'Mend',
            href: `/settings/webhooks?webhook=${it.id}`,
          }))
      : [],
  }),
}

export { publish, webhook, type WebhookEvent, type WebhookFacts } from './publish.ts'
