import { handle, handleRaw, type BoundRoute } from '../../platform/http/handle.ts'
import { NotSignedIn, Problem } from '../../kernel/problems.ts'
import * as binder from './binder.actions.ts'
import * as contract from './binder.contract.ts'

export const binderRoutes: readonly BoundRoute[] = [
  handle(contract.lookIntoBinder, ({ scope }, app) => binder.look(app, scope)),
  handle(contract.listBinders, async ({ scope, actor }, app) => ({ items: await binder.list(app, { scope, actor }) })),
  handle(contract.buildBinder, ({ scope, actor }, app) => binder.build(app, { scope, actor })),
  handleRaw(contract.binderFile, ({ scope, actor, params }, app) => {
    if (actor === undefined) throw new Problem(NotSignedIn, {}, 'Sign in first.')
    return binder.file(app, { scope, actor, id: params.binderId, form: params.form })
  }),
]
