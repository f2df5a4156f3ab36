import { handle } from '../../platform/http/handle.ts'
import * as locations from './location.actions.ts'
import * as contract from './location.contract.ts'

export const locationRoutes = [
  handle(contract.listLocations, async ({ scope, query }, app) => ({
    items: await locations.all(app.db, scope, { archived: query.show === 'archived' }),
    can: { edit: scope.can('locations.edit') },
  })),
  handle(contract.createLocation, (call, app) => locations.create(app, call)),
  handle(contract.changeLocation, ({ params, ...call }, app) =>
    locations.change(app, { ...call, id: params.locationId }),
  ),
  handle(contract.archiveLocation, ({ params, body, ...call }, app) =>
    locations.setArchived(app, { ...call, ...body, id: params.locationId }),
  ),
  handle(contract.listSetPlaces, async ({ scope }, app) => ({ sets: await locations.placesOfSets(app.db, scope) })),
  handle(contract.setPlaces, async ({ scope, actor, body }, app) => ({
    sets: await locations.setPlaces(app, { scope, actor, sets: body.sets }),
  })),
]
