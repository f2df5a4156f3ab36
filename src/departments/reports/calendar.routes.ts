import { handle } from '../../platform/http/handle.ts'
import { officeCalendar, productionCalendar } from './calendar.actions.ts'
import { readCalendar, readOfficeCalendar } from './calendar.contract.ts'

export const calendarRoutes = [
  handle(readCalendar, ({ scope, query }, app) => productionCalendar(app, scope, query)),
  handle(readOfficeCalendar, ({ scope, query }, app) => officeCalendar(app, scope, query)),
]
