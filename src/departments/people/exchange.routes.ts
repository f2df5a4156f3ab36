import { handle, handleRaw } from '../../platform/http/handle.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import { exported } from './export.actions.ts'
import { exportDirectory } from './export.contract.ts'
import * as imports from './import.actions.ts'
import * as importContract from './import.contract.ts'
import * as merges from './merge.actions.ts'
import * as mergeContract from './merge.contract.ts'

export const exchangeRoutes = [
  handle(importContract.planImport, ({ scope, body }, app) => imports.plan(app.db, scope, body)),
  handle(importContract.importContacts, ({ scope, actor, body }, app) => {
    const { choices, ...file } = body
    return imports.run(app, { scope, actor, file, choices })
  }),
  handleRaw(exportDirectory, async ({ scope, actor, params: { format }, query: { kind } }, app) => {
    const text = await exported(app, { scope, actor: actor ?? scope.actor, kind, format })
    return fileAnswer(text, {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'text/vcard; charset=utf-8',
      name: `${kind === 'person' ? 'people' : 'companies'}.${format}`,
    })
  }),
  handle(mergeContract.listDuplicates, async ({ scope, query }, app) => ({
    items: await merges.duplicatesOf(app.db, scope, query.kind, query.limit),
  })),
  handle(mergeContract.comparePair, ({ scope, params }, app) =>
    merges.compare(app.db, scope, params.kind, params.keptId, params.otherId),
  ),
  handle(mergeContract.mergeRecords, ({ scope, actor, body }, app) =>
    merges.mergeRecords(app, { scope, actor, ...body, choices: body.choices }),
  ),
  handle(mergeContract.keepApart, ({ scope, actor, body }, app) => merges.keepApart(app, { scope, actor, ...body })),
  handle(mergeContract.undoAnswer, ({ scope, actor, params }, app) =>
    merges.undo(app, { scope, actor, mergeId: params.mergeId }),
  ),
  handle(mergeContract.listMerges, async ({ scope, params }, app) => ({
    items: await merges.mergesOf(app.db, scope, params.keptId),
  })),
]
