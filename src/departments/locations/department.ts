import { check, type Department } from '../../platform/department.ts'
import { all } from './location.actions.ts'
import { locationRoutes } from './location.routes.ts'
import { locationSubjects } from './location.subjects.ts'
import { missingOf } from './location.rules.ts'
import * as store from './location.store.ts'

export const locations: Department = {
  name: 'locations',
  routes: locationRoutes,
  subjects: [locationSubjects],
  checks: [check('locations.missing', (db, scope) => all(db, scope), missingOf)],
  search: async (db, _scope, query) =>
    (await store.search(db, query)).map(({ id, productionId, number, name, address, score }) => ({
      kind: 'location',
      id,
      label: name,
      detail: `Location ${number}${address === '' ? '' : `, ${address.split('\n')[0]}`}`,
      href: `/productions/${productionId}/locations?location=${id}`,
      score,
    })),
}
