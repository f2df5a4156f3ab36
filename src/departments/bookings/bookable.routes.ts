import { handle } from '../../platform/http/handle.ts'
import * as bookables from './bookable.actions.ts'
import * as contract from './bookable.contract.ts'

export const bookableRoutes = [
  handle(contract.listBookables, ({ scope, query }, app) => bookables.list(app.db, scope, query)),
  handle(contract.readBookableTimeline, ({ scope, query }, app) => bookables.timelineOf(app.db, scope, query)),
  handle(contract.readBookable, ({ params }, app) => bookables.get(app.db, params.bookableId)),
  handle(contract.createBookable, (call, app) => bookables.create(app, call)),
  handle(contract.changeBookable, ({ params, ...call }, app) =>
    bookables.change(app, { ...call, id: params.bookableId }),
  ),
  handle(contract.archiveBookable, ({ params, body, ...call }, app) =>
    bookables.setArchived(app, { ...call, ...body, id: params.bookableId }),
  ),
  handle(contract.addOutOfService, ({ params, ...call }, app) =>
    bookables.takeOut(app, { ...call, id: params.bookableId }),
  ),
  handle(contract.removeOutOfService, ({ params, query, ...call }, app) =>
    bookables.takeBackIn(app, { ...call, ...query, id: params.bookableId }),
  ),
]
