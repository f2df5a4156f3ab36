import { handle, type BoundRoute } from '../../platform/http/handle.ts'
import { changeRules, sheetRules } from './sheetRule.actions.ts'
import * as contract from './sheetRule.contract.ts'

export const sheetRuleRoutes: readonly BoundRoute[] = [
  handle(contract.readSheetRules, ({ scope }, app) => sheetRules(app.db, scope)),
  handle(contract.changeSheetRules, (call, app) => changeRules(app, call)),
]
