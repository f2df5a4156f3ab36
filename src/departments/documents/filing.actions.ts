import type { FileId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { arrivedFile, type ArrivedFile } from './arrived.actions.ts'
import type { DocumentId, DocumentRow, Subject, VersionId } from './document.contract.ts'
import { readVersion } from './document.job.ts'
import * as store from './document.store.ts'
import { shown } from './documentReads.actions.ts'
import { viewOf } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import type { FolderId } from './folder.contract.ts'
import { nameOf } from './ground.ts'
import { titleOf } from './kind.rules.ts'
import { refuseClass, refuseFolder, refuseSubjects } from './place.actions.ts'
import { foldedText } from './words.rules.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

interface Adding extends Write {
  readonly body: {
    readonly files: readonly { fileId: FileId; name?: string | undefined }[]
    readonly folderId: FolderId | null
    readonly classCode: string
    readonly subjects: readonly Subject[]
  }
}

/** Documents of uploaded files. Each is read afterwards, by a job. */
export const add = (app: App, { scope, actor, body }: Adding): Promise<{ items: DocumentRow[] }> =>
  app.transaction(async (tx) => {
    const view = await viewOf(app, tx, scope)
    refuseClass(view, body.classCode)
    await refuseFolder(tx, scope, body.folderId)
    await refuseSubjects(app, tx, scope, body.subjects)
    const ids: DocumentId[] = []
    for (const [index, { fileId, name }] of body.files.entries()) {
      const file = await arrivedFile(app, tx, actor, fileId, `/files/${index}/fileId`)
      ids.push(await insert(app, tx, { scope, actor, file, name, ...body }))
    }
    await announce(app, tx, scope, ids)
    return {
      items: await shown(
        app,
        tx,
        scope,
        view,
        await store.byIds(tx, { ...view.sight, classes: [body.classCode] }, ids),
      ),
    }
  })

interface Inserting extends Write {
  readonly file: ArrivedFile
  readonly name: string | undefined
  readonly folderId: FolderId | null
  readonly classCode: string
  readonly subjects: readonly Subject[]
  readonly origin?: { readonly of: string; readonly key: string }
}

/** A document with its first version, in the caller's transaction. */
export async function insert(app: App, tx: Tx, it: Inserting): Promise<DocumentId> {
  const { scope, actor, file } = it
  const id = app.ids.next<DocumentId>()
  const name = it.name ?? titleOf(file.name)
  const at = app.clock.now()
  await store.insert(tx, {
    id,
    productionId: scope.productionId,
    folderId: it.folderId,
    classCode: it.classCode,
    name,
    searchText: foldedText(name),
    createdBy: actor.kind === 'user' ? actor.userId : null,
    at,
    ...(it.origin && { origin: it.origin }),
  })
  await insertVersion(app, tx, { documentId: id, number: 1, file, note: '', actor })
  await store.putSubjects(tx, id, it.subjects)
  await app.audit.record(tx, actor, 'document.added', {
    subject: { kind: 'document', id, label: name },
    productionId: scope.productionId,
    after: { name, class: it.classCode, file: file.name, sizeBytes: file.sizeBytes },
  })
  return id
}

interface NewVersion {
  readonly documentId: DocumentId
  readonly number: number
  readonly file: ArrivedFile
  readonly note: string
  readonly actor: Actor
}

export async function insertVersion(app: App, tx: Tx, it: NewVersion): Promise<void> {
  const id = app.ids.next<VersionId>()
  const { name: fileName, fileId, sizeBytes, sha256, known } = it.file
  await versions.insert(tx, {
    id,
    documentId: it.documentId,
    number: it.number,
    fileId,
    fileName,
    sizeBytes,
    sha256,
    ...known,
    note: it.note,
    addedBy: nameOf(it.actor),
    at: app.clock.now(),
  })
  await app.jobs.send(tx, readVersion, { versionId: id })
}

/** Pages that show documents of this production ask again. */
export const announce = (app: App, tx: Tx, scope: ProductionScope, ids: readonly DocumentId[]) =>
  app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [...ids] })
