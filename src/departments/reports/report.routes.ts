import { eyesOf } from '../../platform/access/scope.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import { print } from './print.actions.ts'
import { read } from './report.actions.ts'
import { printReport, readReport } from './report.contract.ts'

export const reportRoutes = [
  // Every page that shows it asks again after each change of the plan.
  handle(readReport, ({ scope, params: { report }, query }, app) =>
    app.kept.of(`report ${report} ${JSON.stringify(query)} ${eyesOf(scope)}`, () =>
      read(app.db, { scope, report, filters: query }),
    ),
  ),
  handleRaw(printReport, async ({ scope, params, query: { paper, ...filters } }, app) => {
    const printed = await print(app, { scope, report: params.report, format: params.format, filters, paper })
    return fileAnswer(printed.bytes, {
      type: printed.contentType,
      name: printed.fileName,
      inline: params.format === 'pdf',
    })
  }),
]
