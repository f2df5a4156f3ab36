import { handle, handleRaw, type BoundRoute } from '../../platform/http/handle.ts'
import * as documents from './document.actions.ts'
import * as contract from './document.contract.ts'
import * as finding from './documentSearch.contract.ts'
import * as versions from './documentVersion.contract.ts'
import * as delivery from './delivery.actions.ts'
import * as reads from './documentReads.actions.ts'
import { add } from './filing.actions.ts'
import * as folders from './folder.actions.ts'
import * as folderContract from './folder.contract.ts'
import { search } from './search.actions.ts'
import * as subjects from './subjects.actions.ts'

export const documentRoutes: readonly BoundRoute[] = [
  handle(contract.listDocuments, ({ scope, query }, app) => {
    const { subjectKind: kind, subjectId: id, show, ...rest } = query
    const subject = kind !== undefined && id !== undefined ? { kind, id } : undefined
    return reads.list(app, scope, { ...rest, subject, archived: show === 'archived' })
  }),
  handle(contract.getDocument, ({ scope, params }, app) => reads.get(app, app.db, scope, params.documentId)),
  handle(contract.addDocuments, (call, app) => add(app, call)),
  handle(versions.addVersion, ({ params, ...call }, app) =>
    documents.addVersion(app, { ...call, id: params.documentId }),
  ),
  handle(versions.restoreVersion, ({ params, body, ...call }, app) =>
    documents.restore(app, { ...call, ...body, id: params.documentId }),
  ),
  handle(contract.changeDocument, ({ params, ...call }, app) =>
    documents.change(app, { ...call, id: params.documentId }),
  ),
  handle(contract.arrangeDocuments, ({ scope, actor, body }, app) =>
    documents.arrange(app, { scope, actor, items: body.items, folderId: body.folderId, archived: body.archived }),
  ),
  handle(folderContract.addFolder, (call, app) => folders.add(app, call)),
  handle(folderContract.changeFolder, ({ params, ...call }, app) =>
    folders.change(app, { ...call, id: params.folderId }),
  ),
  handle(finding.searchDocuments, ({ scope, query }, app) => search(app, scope, query)),
  handle(finding.findSubjects, async ({ scope, query }, app) => ({ items: await subjects.find(app, scope, query.q) })),
  handle(versions.versionText, ({ scope, params, query }, app) =>
    reads.text(app, scope, { id: params.documentId, number: params.number, from: query.from }),
  ),
  handleRaw(versions.versionFile, ({ scope, params, query }, app) =>
    delivery.file(app, { scope, id: params.documentId, number: params.number, as: query.as }),
  ),
  handleRaw(versions.versionPage, ({ scope, params }, app) =>
    delivery.page(app, { scope, id: params.documentId, number: params.number, page: params.page }),
  ),
  handleRaw(versions.versionThumbnail, ({ scope, params }, app) =>
    delivery.thumbnail(app, { scope, id: params.documentId, number: params.number }),
  ),
]
