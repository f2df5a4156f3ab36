import type { Department } from '../../platform/department.ts'
import { on } from '../../platform/events.ts'
import { chaseJobs } from './chase.job.ts'
import { tickSigned } from './papers.actions.ts'
import { paperCheck } from './papers.checks.ts'
import { paperRoutes } from './papers.routes.ts'
import { payDetailsAsked } from './payDetails.actions.ts'
import { shippedPapers } from './papers.shipped.ts'
import { paperFacts } from './vendorFacts.actions.ts'

export const papers: Department = {
  name: 'papers',
  routes: paperRoutes,
  jobs: chaseJobs,
  shipped: shippedPapers,
  checks: [paperCheck],
  vendorFacts: paperFacts,
  listeners: [on('agreements.completed', tickSigned), on('agreements.payment_asked', payDetailsAsked)],
}
