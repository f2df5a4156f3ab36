import { handle, type BoundRoute } from '../../platform/http/handle.ts'
import * as library from './library.actions.ts'
import * as contract from './library.contract.ts'

export const libraryRoutes: readonly BoundRoute[] = [
  handle(contract.listLibrary, ({ scope, query }, app) => library.list(app, scope, query)),
  handle(contract.searchLibrary, ({ scope, query }, app) => library.search(app, scope, query)),
]
