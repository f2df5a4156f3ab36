import { handle, handleRaw } from '../../platform/http/handle.ts'
import { fileAnswer } from '../../platform/http/fileAnswer.ts'
import * as breakdown from './breakdown.actions.ts'
import * as breakdownContract from './breakdown.contract.ts'
import { commit } from './commit.actions.ts'
import * as element from './element.actions.ts'
import * as category from './category.actions.ts'
import * as elementContract from './element.contract.ts'
import * as exports from './export.actions.ts'
import { readShotList } from './formats/shotList.ts'
import * as imports from './import.actions.ts'
import * as importContract from './import.contract.ts'
import * as frame from './frame.actions.ts'
import * as frameContract from './frame.contract.ts'
import * as faces from './index.ts'
import { printedSheets } from './paper.actions.ts'
import * as scene from './scene.actions.ts'
import * as sceneContract from './scene.contract.ts'

const download = (body: BodyInit, mediaType: string, fileName: string) =>
  fileAnswer(body, { type: mediaType, name: fileName })

export const scriptRoutes = [
  handle(frameContract.listFrames, async ({ scope }, app) => ({ items: await faces.frames(app.db, scope) })),
  handle(frameContract.setFrame, ({ scope, actor, params, body }, app) =>
    frame.set(app, { scope, actor, sceneId: params.sceneId, ...body }),
  ),
  handle(frameContract.removeFrame, ({ scope, actor, params }, app) =>
    frame.remove(app, { scope, actor, sceneId: params.sceneId }),
  ),
  handleRaw(frameContract.readFrame, async ({ scope, params }, app) => {
    const bytes = await frame.picture(app, scope, params.fileId)
    return new Response(bytes, {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=31536000, immutable' },
    })
  }),
  handle(importContract.getScript, ({ scope }, app) => imports.overview(app.db, scope)),
  handle(importContract.beginImport, (call, app) => imports.begin(app, call)),
  handle(importContract.getImport, ({ scope, params }, app) => imports.preview(app.db, scope, params.draftId)),
  handle(importContract.changeImport, ({ params, ...call }, app) =>
    imports.change(app, { ...call, id: params.draftId }),
  ),
  handle(importContract.commitImport, ({ params, ...call }, app) => commit(app, { ...call, id: params.draftId })),
  handle(importContract.dropImport, ({ params, ...call }, app) => imports.drop(app, { ...call, id: params.draftId })),
  handle(importContract.compareDrafts, ({ scope, params }, app) => exports.changesOf(app.db, scope, params.draftId)),
  handle(importContract.compareScene, ({ scope, params }, app) =>
    exports.sceneChanges(app.db, scope, params.draftId, params.index),
  ),
  handleRaw(importContract.exportScript, async ({ scope, params, query }, app) => {
    const { text, mediaType, fileName } = await exports.exported(app.db, scope, params.draftId, query.format)
    return download(text, mediaType, fileName)
  }),
  handle(sceneContract.listScenes, async ({ scope }, app) => ({ items: await faces.scenes(app.db, scope) })),
  handle(sceneContract.changeScene, ({ params, ...call }, app) => scene.change(app, { ...call, id: params.sceneId })),
  handle(sceneContract.addScenes, (call, app) => scene.add(app, call)),
  handle(sceneContract.readShotList, ({ body }) => readShotList(body.text)),
  handle(elementContract.listCategories, async (_call, app) => ({ items: await faces.categories(app.db) })),
  handle(elementContract.listOfficeCategories, async (_call, app) => ({ items: await faces.categories(app.db) })),
  handle(elementContract.changeCategory, ({ params, ...call }, app) =>
    category.changeCategory(app, { ...call, code: params.code }),
  ),
  handle(elementContract.listElements, async ({ scope }, app) => ({ items: await faces.elements(app.db, scope) })),
  handle(elementContract.addElement, (call, app) => element.add(app, call)),
  handle(elementContract.changeElement, ({ params, ...call }, app) =>
    element.change(app, { ...call, id: params.elementId }),
  ),
  handle(elementContract.mergeElements, ({ params, ...call }, app) =>
    element.merge(app, { ...call, id: params.elementId }),
  ),
  handle(elementContract.removeElement, ({ params, ...call }, app) =>
    element.remove(app, { ...call, id: params.elementId }),
  ),
  handle(elementContract.linkElement, ({ params, ...call }, app) =>
    element.link(app, { ...call, id: params.elementId, brings: params.bringsId }),
  ),
  handle(elementContract.unlinkElement, ({ params, ...call }, app) =>
    element.link(app, { ...call, id: params.elementId, brings: params.bringsId, body: null }),
  ),
  handle(breakdownContract.getSheet, ({ scope, params }, app) => breakdown.sheetOf(app.db, scope, params.sceneId)),
  handle(breakdownContract.putOnSheet, ({ params, ...call }, app) => breakdown.put(app, { ...call, ...params })),
  handle(breakdownContract.takeOffSheet, ({ params, ...call }, app) => breakdown.takeOff(app, { ...call, ...params })),
  handle(breakdownContract.acceptProposals, ({ params, body, ...call }, app) =>
    breakdown.accept(app, { ...call, sceneId: params.sceneId, proposals: body.proposals }),
  ),
  handle(breakdownContract.dismissProposal, ({ params, ...call }, app) =>
    breakdown.dismiss(app, { ...call, ...params }),
  ),
  handle(breakdownContract.undismissProposal, ({ params, ...call }, app) =>
    breakdown.proposeAgain(app, { ...call, ...params }),
  ),
  handleRaw(breakdownContract.printSheets, async ({ scope, query }, app) => {
    const pdf = await printedSheets(app, scope, { sceneIds: [query.scenes ?? []].flat(), paper: query.paper })
    return download(new Uint8Array(pdf), 'application/pdf', 'Breakdown sheets.pdf')
  }),
]
