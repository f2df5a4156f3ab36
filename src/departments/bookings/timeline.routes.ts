import { handle } from '../../platform/http/handle.ts'
import * as needs from './needs.actions.ts'
import { keepCrewTemplate, listNeeds, putNeeds } from './needs.contract.ts'
import { restBefore } from './restBetween.actions.ts'
import { readRestBefore } from './restBetween.contract.ts'
import { readTimeline } from './timeline.contract.ts'
import { timelineOf } from './timeline.actions.ts'

export const timelineRoutes = [
  handle(readTimeline, ({ scope, query }, app) => timelineOf(app, app.db, scope, query)),
  handle(readRestBefore, ({ params, query }, app) => restBefore(app, app.db, { ...query, ...params })),
  handle(listNeeds, ({ scope }, app) => needs.needsOf(app.db, scope)),
  handle(putNeeds, ({ scope, actor, expected, body }, app) => needs.putNeeds(app, { scope, actor, expected, ...body })),
  handle(keepCrewTemplate, ({ scope, actor, body }, app) => needs.keepTemplate(app, { scope, actor, ...body })),
]
