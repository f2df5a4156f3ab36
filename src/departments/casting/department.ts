import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { Department } from '../../platform/department.ts'
import { on } from '../../platform/events.ts'
import '../agreements/index.ts'
import '../bookings/index.ts'
import { shippedCasting } from './casting.shipped.ts'
import { castingJobs } from './casting.jobs.ts'
import {
  callRoutes,
  candidateRoutes,
  exclusivityRoutes,
  holdRoutes,
  presentationRoutes,
  requestRoutes,
  roleRoutes,
  ruleRoutes,
  sessionRoutes,
  doorRoutes,
} from './casting.routes.ts'
import { booked, letGo } from './hold.actions.ts'
import { releaseMoved } from './paper.actions.ts'
import { callOutsideRoutes } from './outside/outside.routes.ts'
import { doorOutsideRoutes } from './outside/door.routes.ts'
import { requestOutsideRoutes } from './outside/request.routes.ts'
import { timeRoutes } from './outside/time.routes.ts'
import { viewRoutes } from './outside/view.routes.ts'

const scopeOf = (productionId: string) => systemScope(productionId as ProductionId, 'Bookings')

export const casting: Department = {
  name: 'casting',
  shipped: shippedCasting,
  routes: [
    ...roleRoutes,
    ...ruleRoutes,
    ...candidateRoutes,
    ...callRoutes,
    ...presentationRoutes,
    ...holdRoutes,
    ...exclusivityRoutes,
    ...sessionRoutes,
    ...doorRoutes,
    ...doorOutsideRoutes,
    ...requestRoutes,
    ...requestOutsideRoutes,
    ...callOutsideRoutes,
    ...viewRoutes,
    ...timeRoutes,
  ],
  jobs: castingJobs,
  listeners: [
    on('agreements.completed', async (app, tx, { productionId, agreementId }) =>
      releaseMoved(app, tx, scopeOf(productionId), agreementId),
    ),
    on('agreements.failed', async (app, tx, { productionId, agreementId }) =>
      releaseMoved(app, tx, scopeOf(productionId), agreementId),
    ),
    on('bookings.confirmed', async (app, tx, { productionId, bookingId }) => {
      if (productionId !== null) await booked(app, tx, scopeOf(productionId), bookingId)
    }),
    on('bookings.released', async (app, tx, { productionId, bookingId }) => {
      if (productionId !== null) await letGo(app, tx, scopeOf(productionId), bookingId)
    }),
  ],
}
