import type { Department } from '../../platform/department.ts'
import { workedHours } from './work.actions.ts'
import { timesheetRoutes } from './timesheet.routes.ts'

export const timesheets: Department = { name: 'timesheets', routes: timesheetRoutes, work: workedHours }
