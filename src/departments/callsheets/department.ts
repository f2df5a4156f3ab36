import type { Department } from '../../platform/department.ts'
import { distributionRoutes } from './distribution.routes.ts'
import { distributionJobs, distributionListeners } from './distribution.jobs.ts'
import { phoneRoutes } from './phone.routes.ts'
import { sheetRoutes } from './sheet.routes.ts'
import { callSheetsToday } from './today.actions.ts'
import { sheetChecks, sheetProjections } from './sheetChecks.actions.ts'

export const callsheets: Department = {
  name: 'callsheets',
  routes: [...sheetRoutes, ...phoneRoutes, ...distributionRoutes],
  jobs: distributionJobs,
  listeners: distributionListeners,
  checks: sheetChecks,
  projections: sheetProjections,
  today: callSheetsToday,
}
