import type { Department } from '../../platform/department.ts'
import { listeners } from './follow.actions.ts'
import { vendorOutsideRoutes } from './outside/vendor.outside.routes.ts'
import { vendorPaperRoutes } from './paper.routes.ts'
import { proposalRoutes } from './proposal.routes.ts'
import { quoteJobs } from './quotes/quote.jobs.ts'
import { quoteOutsideRoutes } from './quotes/quote.outside.routes.ts'
import { quoteRoutes } from './quotes/quote.routes.ts'
import { templateRoutes } from './quotes/template.routes.ts'
import { reminderJobs } from './reminder.jobs.ts'
import { quoteFacts } from './score.actions.ts'
import { vendorRoutes } from './vendor.routes.ts'
import { searchVendors } from './vendor.search.ts'
import { shippedVendors } from './vendors.shipped.ts'

export const vendors: Department = {
  name: 'vendors',
  routes: [
    ...vendorRoutes,
    ...proposalRoutes,
    ...vendorPaperRoutes,
    ...vendorOutsideRoutes,
    ...quoteRoutes,
    ...quoteOutsideRoutes,
    ...templateRoutes,
  ],
  jobs: [...quoteJobs, ...reminderJobs],
  shipped: shippedVendors,
  search: searchVendors,
  vendorFacts: quoteFacts,
  listeners,
}
