import { handle } from '../../platform/http/handle.ts'
import * as classes from './documentClass.actions.ts'
import * as contract from './documentClass.contract.ts'

export const classRoutes = [
  handle(contract.listClasses, async ({ scope }, app) => ({
    items: await classes.all(app.db),
    can: { edit: scope.can('office.settings') },
  })),
  handle(contract.changeClass, ({ params, ...call }, app) => classes.change(app, { ...call, code: params.code })),
]
