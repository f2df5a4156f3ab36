import type { Department } from '../../platform/department.ts'
import { agreementBinder } from './agreement.binder.ts'
import { agreementJobs } from './agreement.jobs.ts'
import { agreementRoutes } from './agreement.routes.ts'
import { search } from './agreement.store.ts'
import { partyRoutes } from './party.routes.ts'
import { phoneRoutes } from './phone.routes.ts'
import { agreementChecks, agreementsToday } from './checks.actions.ts'
import { pointRoutes } from './point.routes.ts'
import { sealRoutes } from './seal.routes.ts'
import { templateRoutes } from './template.routes.ts'
import { shippedAgreements } from './agreements.shipped.ts'
import { agreementWebhooks } from './webhooks.ts'

export const agreements: Department = {
  name: 'agreements',
  routes: [...agreementRoutes, ...templateRoutes, ...sealRoutes, ...partyRoutes, ...phoneRoutes, ...pointRoutes],
  jobs: agreementJobs,
  webhooks: agreementWebhooks,
  shipped: shippedAgreements,
  checks: agreementChecks,
  binder: [agreementBinder],
  today: agreementsToday,
  search: async (db, _scope, query) =>
    (await search(db, query)).map((hit) => ({
      kind: 'agreement',
      id: hit.id,
      label: `${hit.number} ${hit.title}`,
      detail: hit.subject,
      href: `/productions/${hit.productionId}/agreements?agreement=${hit.id}`,
      score: 0.7,
    })),
}
