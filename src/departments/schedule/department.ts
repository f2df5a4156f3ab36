import { check } from '../../platform/department.ts'
import type { Department } from '../../platform/department.ts'
import { addDays, dayAt, type ZoneName } from '../../kernel/time.ts'
import { clashFacts } from './clash.actions.ts'
import { clashes } from './clash.rules.ts'
import { feedRoutes } from './feeds.routes.ts'
import { searchDays } from './days.search.ts'
import { listeners } from './follow.actions.ts'
import { projections } from './projections.actions.ts'
import { scheduleRoutes } from './schedule.routes.ts'
import { barsOf } from './today.rules.ts'
import { plannedDays } from './today.store.ts'
import { shippedSchedule } from './schedule.shipped.ts'

export const schedule: Department = {
  name: 'schedule',
  routes: [...scheduleRoutes, ...feedRoutes],
  checks: [check('schedule.clashes', clashFacts, (facts) => (facts ? clashes(facts) : []))],
  projections,
  shipped: shippedSchedule,
  listeners,
  search: searchDays,
  today: async (db, _scope, { productionIds, now }) => {
    const today = dayAt(now, 'UTC' as ZoneName)
    const span = { from: addDays(today, -daysBack), until: addDays(today, daysAhead) }
    // What ended yesterday by this clock may still be going on where the reader is.
    return { bars: barsOf(await plannedDays(db, { productionIds, ...span })).filter(({ until }) => until >= today) }
  },
}

/** Far enough that a stretch is told with its true first and last day, and that a production's next dates are found. */
const [daysBack, daysAhead] = [90, 366]
