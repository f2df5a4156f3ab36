import type { Department } from '../../platform/department.ts'
import { officeRoutes } from './office.routes.ts'

export const office: Department = { name: 'office', routes: officeRoutes }
