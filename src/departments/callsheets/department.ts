import type { Department } from '../../platform/department.ts'
import { sheetRoutes } from './sheet.routes.ts'
import { sheetChecks, sheetProjections } from './sheetChecks.actions.ts'

export const callsheets: Department = {
  name: 'callsheets',
  routes: [...sheetRoutes],
  checks: sheetChecks,
  projections: sheetProjections,
}
