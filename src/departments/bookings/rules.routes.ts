import { handle } from '../../platform/http/handle.ts'
import { bookingRules, changeRules } from './rules.actions.ts'
import { changeBookingRules, readBookingRules } from './rules.contract.ts'

export const rulesRoutes = [
  handle(readBookingRules, ({ scope }, app) => bookingRules(app.db, scope)),
  handle(changeBookingRules, (call, app) => changeRules(app, call)),
]
