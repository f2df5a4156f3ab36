import { check } from '../../platform/department.ts'
import type { Department } from '../../platform/department.ts'
import { clashFacts } from './clash.actions.ts'
import { clashes } from './clash.rules.ts'
import { listeners } from './follow.actions.ts'
import { projections } from './projections.actions.ts'
import { scheduleRoutes } from './schedule.routes.ts'

export const schedule: Department = {
  name: 'schedule',
  routes: scheduleRoutes,
  checks: [check('schedule.clashes', clashFacts, (facts) => (facts ? clashes(facts) : []))],
  projections,
  listeners,
}
