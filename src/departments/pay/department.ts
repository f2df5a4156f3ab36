import type { Department } from '../../platform/department.ts'
import { payRoutes } from './pay.routes.ts'

export const pay: Department = { name: 'pay', routes: payRoutes }
