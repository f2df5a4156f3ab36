import type { Department } from '../../platform/department.ts'
import { productionRoutes } from './production.routes.ts'
import * as store from './production.store.ts'
import { shippedProductions } from './productions.shipped.ts'

export const productions: Department = {
  name: 'productions',
  routes: productionRoutes,
  shipped: shippedProductions,
  search: async (db, _scope, query) =>
    (await store.search(db, query)).map(({ id, code, title, kind, score }) => ({
      kind: 'production',
      id,
      label: title,
      detail: `${code}, ${kind}`,
      href: `/productions/${id}`,
      score,
    })),
}
