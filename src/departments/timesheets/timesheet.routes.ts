import { redact } from '../../kernel/fields.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { writeCsv, writeXlsx } from '../../platform/spreadsheet/index.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import { ask } from './ask.actions.ts'
import { columns, rowOf } from './export.rules.ts'
import { linesOf, weekOf } from './hours.actions.ts'
import { hoursRoutes } from './hours.routes.ts'
import { approve, enter } from './timesheet.actions.ts'
import * as contract from './timesheet.contract.ts'

export const timesheetRoutes = [
  handle(contract.listTimesheets, async ({ scope, query }, app) => ({
    ...(await weekOf(app.db, scope, query)),
    can: { edit: scope.can('timesheets.edit'), approve: scope.can('timesheets.approve') },
  })),
  handle(contract.enterHours, ({ params, ...call }, app) => enter(app, { ...call, ...params })),
  handle(contract.approveHours, ({ scope, actor, body }, app) => approve(app, { scope, actor, ...body })),
  handle(contract.askForHours, (call, app) => ask(app, call)),
  handleRaw(contract.exportTimesheets, async ({ scope, params, query }, app) => {
    const lines = (await linesOf(app.db, scope, query)).map((line) => redact(contract.TimesheetDay, line, scope.sees))
    const grid = { name: 'Timesheets', columns, rows: lines.map(rowOf) }
    const isCsv = params.format === 'csv'
    const body = isCsv ? writeCsv(grid) : await writeXlsx(grid)
    return fileAnswer(body, {
      type: isCsv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `timesheets-${query.from}-${query.until}.${params.format}`,
    })
  }),
  ...hoursRoutes,
]
