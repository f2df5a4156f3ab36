import type { Department } from '../../platform/department.ts'
import { payRoutes } from './pay.routes.ts'
import { shippedPay } from './pay.shipped.ts'

export const pay: Department = { name: 'pay', routes: payRoutes, shipped: shippedPay }
