import { handle } from '../../platform/http/handle.ts'
import * as needs from './needs.actions.ts'
import * as contract from './timeline.contract.ts'
import { timelineOf } from './timeline.actions.ts'

export const timelineRoutes = [
  handle(contract.readTimeline, ({ scope, query }, app) => timelineOf(app.db, scope, query)),
  handle(contract.listNeeds, ({ scope }, app) => needs.needsOf(app.db, scope)),
  handle(contract.putNeeds, ({ scope, actor, body }, app) => needs.putNeeds(app, { scope, actor, ...body })),
]
