import { sheetBinder } from './sheet.binder.ts'
import type { Department } from '../../platform/department.ts'
import * as productions from '../productions/index.ts'
import { distributionRoutes } from './distribution.routes.ts'
import { distributionJobs, distributionListeners } from './distribution.jobs.ts'
import { phoneRoutes } from './phone.routes.ts'
import { shippedCallsheets } from './callsheets.shipped.ts'
import { sheetRoutes } from './sheet.routes.ts'
import { sheetRuleRoutes } from './sheetRule.routes.ts'
import { callSheetsToday } from './today.actions.ts'
import { search } from './sheet.store.ts'
import { sheetSubjects } from './sheet.subjects.ts'
import { sheetDayListeners } from './sheetDays.actions.ts'
import { sheetWork } from './work.actions.ts'
import { sheetChecks, sheetProjections } from './sheetChecks.actions.ts'
import { sheetLabel } from './sheetUnits.rules.ts'

export const callsheets: Department = {
  name: 'callsheets',
  routes: [...sheetRoutes, ...sheetRuleRoutes, ...phoneRoutes, ...distributionRoutes],
  jobs: distributionJobs,
  listeners: [...distributionListeners, ...sheetDayListeners],
  checks: sheetChecks,
  projections: sheetProjections,
  shipped: shippedCallsheets,
  search: async (db, _scope, query) => {
    const found = await search(db, query)
    const codes = await productions.codesByIds(
      db,
      found.map(({ productionId }) => productionId),
    )
    return found.map((hit) => ({
      kind: 'callsheet',
      id: hit.id,
      label: sheetLabel(hit),
      detail: codes.get(hit.productionId) ?? '',
      href: `/productions/${hit.productionId}/callsheets/${hit.id}`,
      score: 0.7,
    }))
  },
  today: callSheetsToday,
  subjects: [sheetSubjects],
  binder: [sheetBinder],
  work: sheetWork,
}
