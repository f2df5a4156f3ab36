import { handle, handleRaw } from '../../platform/http/handle.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import { findCopy, paper } from './paper.actions.ts'
import * as paperContract from './paper.contract.ts'
import * as actions from './sheet.actions.ts'
import { create } from './sheetCreate.actions.ts'
import * as contract from './sheet.contract.ts'
import { askWeather } from './weather.actions.ts'
import { askForecast } from './weather.contract.ts'
import { publish } from './sheetIssue.actions.ts'
import { issuesOf, list } from './sheetList.actions.ts'
import { get } from './sheetReads.actions.ts'

export const sheetRoutes = [
  handle(contract.listCallSheets, ({ scope }, app) => list(app.db, scope)),
  handle(contract.createCallSheet, ({ scope, actor, body }, app) => create(app, { scope, actor, ...body })),
  handle(contract.getCallSheet, ({ scope, params }, app) => get(app.db, scope, params.callSheetId)),
  handle(contract.setOverride, ({ params, body, ...call }, app) =>
    actions.setOverride(app, { ...call, id: params.callSheetId, key: params.key, ...body }),
  ),
  handle(contract.revertOverride, ({ params, ...call }, app) =>
    actions.revertOverride(app, { ...call, id: params.callSheetId, key: params.key }),
  ),
  handle(contract.setUnitOfDay, ({ params, body, ...call }, app) =>
    actions.setUnitOfDay(app, { ...call, id: params.callSheetId, engagementId: params.engagementId, ...body }),
  ),
  handle(contract.changeBlocks, ({ params, body, ...call }, app) =>
    actions.changeBlocks(app, {
      ...call,
      id: params.callSheetId,
      change: body as Parameters<typeof actions.changeBlocks>[1]['change'],
    }),
  ),
  handle(askForecast, ({ params, ...call }, app) => askWeather(app, { ...call, id: params.callSheetId })),
  handle(contract.markReady, ({ params, ...call }, app) => actions.markReady(app, { ...call, id: params.callSheetId })),
  handle(contract.backToDraft, ({ params, ...call }, app) =>
    actions.backToDraft(app, { ...call, id: params.callSheetId }),
  ),
  handle(contract.publishCallSheet, ({ params, body, ...call }, app) =>
    publish(app, { ...call, id: params.callSheetId, ...body }),
  ),
  handle(contract.archiveCallSheet, ({ params, ...call }, app) =>
    actions.archive(app, { ...call, id: params.callSheetId }),
  ),
  handle(contract.listIssues, ({ scope, params }, app) => issuesOf(app.db, scope, params.callSheetId)),
  handle(paperContract.findCopy, ({ scope, params }, app) => findCopy(app.db, scope, params.code)),
  handleRaw(contract.callSheetPdf, async ({ scope, params, query }, app) => {
    const { bytes, fileName } = await paper(app, scope, { id: params.callSheetId, ...query })
    return fileAnswer(bytes, { type: 'application/pdf', name: fileName, inline: true })
  }),
]
