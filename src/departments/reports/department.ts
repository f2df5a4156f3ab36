import type { Department } from '../../platform/department.ts'
import { calendarRoutes } from './calendar.routes.ts'
import { reportBinders } from './report.binder.ts'
import { reportRoutes } from './report.routes.ts'

/** Papers that cross departments: each is computed once, and shown, printed and exported from that. */
export const reports: Department = {
  name: 'reports',
  routes: [...reportRoutes, ...calendarRoutes],
  binder: reportBinders,
}
