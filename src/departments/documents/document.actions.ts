import { invalid, NotFound, Problem, Stale } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { DocumentId, DocumentRecord, DocumentRow, Subject, VersionId } from './document.contract.ts'
import type { FolderId } from './folder.contract.ts'
import { readVersion } from './document.job.ts'
import * as store from './document.store.ts'
import { get, shown } from './documentReads.actions.ts'
import { opened, viewOf, type View } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import * as folders from './folder.store.ts'
import { arrivedFile, type ArrivedFile } from './arrived.actions.ts'
import { nameOf } from './ground.ts'
import { titleOf } from './kind.rules.ts'
import { unknownAmong } from './subjects.actions.ts'
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

interface Change extends Write {
  readonly id: DocumentId
  readonly expected: number
}

/** A newer version becomes the current one; the numbers only go up. */
export const addVersion = (
  app: App,
  { scope, actor, id, expected, body }: Change & { body: { fileId: FileId; note: string } },
): Promise<DocumentRecord> =>
  app.transaction(async (tx) => {
    const before = await lockOpen(app, tx, scope, id, expected)
    const file = await arrivedFile(app, tx, actor, body.fileId, '/fileId')
    const number = (await versions.highestNumber(tx, id)) + 1
    await insertVersion(app, tx, { documentId: id, number, file, note: body.note, actor })
    await store.change(tx, id, app.clock.now(), { currentNumber: number })
    return settle(
      app,
      tx,
      { scope, actor },
      {
        verb: 'document.version_added',
        id,
        told: {
          before: { version: before.currentNumber },
          after: { current: number, file: file.name, note: body.note || null },
        },
      },
    )
  })

export const restore = (app: App, { scope, actor, id, expected, number }: Change & { number: number }) =>
  app.transaction(async (tx) => {
    const before = await lockOpen(app, tx, scope, id, expected)
    if ((await versions.find(tx, id, number)) === undefined)
      throw invalid('/number', 'This document has no such version.')
    await store.change(tx, id, app.clock.now(), { currentNumber: number })
    return settle(
      app,
      tx,
      { scope, actor },
      {
        verb: 'document.version_restored',
        id,
        told: {
          before: { current: before.currentNumber },
          after: { current: number },
        },
      },
    )
  })

interface DocumentChange {
  readonly name?: string | undefined
  readonly folderId?: FolderId | null | undefined
  readonly classCode?: string | undefined
  readonly subjects?: readonly Subject[] | undefined
}

export const change = (app: App, { scope, actor, id, expected, body }: Change & { body: DocumentChange }) =>
  app.transaction(async (tx) => {
    const before = await lockOpen(app, tx, scope, id, expected)
    const view = await viewOf(app, tx, scope)
    if (body.classCode !== undefined) refuseClass(view, body.classCode)
    if (body.folderId !== undefined) await refuseFolder(tx, scope, body.folderId)
    if (body.subjects !== undefined) {
      await refuseSubjects(app, tx, scope, body.subjects)
      await store.putSubjects(tx, id, body.subjects)
    }
    await store.change(tx, id, app.clock.now(), {
      name: body.name,
      folderId: body.folderId,
      classCode: body.classCode,
      ...(body.name !== undefined && { searchText: foldedText(body.name) }),
    })
    const folder = async (folderId: FolderId | null) =>
      folderId === null ? 'top' : ((await folders.find(tx, scope.productionId, folderId))?.name ?? 'top')
    return settle(
      app,
      tx,
      { scope, actor },
      {
        verb: 'document.changed',
        id,
        told: {
          before: { name: before.name, class: before.classCode, folder: await folder(before.folderId) },
          after: {
            name: body.name ?? before.name,
            class: body.classCode ?? before.classCode,
            folder: await folder(body.folderId === undefined ? before.folderId : body.folderId),
          },
        },
      },
    )
  })

interface Arranging extends Write {
  readonly items: readonly { id: DocumentId; version: number }[]
  readonly folderId: FolderId | null | undefined
  readonly archived: boolean | undefined
}

/** Moves or puts away several at once: all of them, or none. */
export const arrange = (app: App, { scope, actor, items, folderId, archived }: Arranging) =>
  app.transaction(async (tx) => {
    const view = await viewOf(app, tx, scope)
    if (folderId !== undefined) await refuseFolder(tx, scope, folderId)
    const ids = items.map(({ id }) => id)
    const locked = await store.lock(tx, scope.productionId, ids)
    const at = app.clock.now()
    for (const { id, version } of items) {
      const line = await opened(tx, view, id)
      const row = locked.find((it) => it.id === id)
      if (row === undefined) throw new Problem(NotFound, {}, 'There is no such document in this production.')
      if (row.version !== version) throw stale(row.name, version, row.version)
      await store.change(tx, id, at, {
        folderId,
        archivedAt: archived === undefined ? undefined : archived ? at : null,
      })
      await app.audit.record(
        tx,
        actor,
        archived === undefined ? 'document.moved' : archived ? 'document.archived' : 'document.restored',
        {
          subject: { kind: 'document', id, label: line.name },
          productionId: scope.productionId,
        },
      )
    }
    await announce(app, tx, scope, ids)
    return { items: await shown(app, tx, scope, view, await store.byIds(tx, view.sight, ids)) }
  })

async function lockOpen(app: App, tx: Tx, scope: ProductionScope, id: DocumentId, expected: number) {
  const [row] = await store.lock(tx, scope.productionId, [id])
  await opened(tx, await viewOf(app, tx, scope), id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such document in this production.')
  if (row.version !== expected) throw stale(row.name, expected, row.version)
  return row
}

const stale = (name: string, expected: number, current: number) =>
  new Problem(Stale, { expected, current }, `Somebody changed ${name} in the meantime. Look at it again.`)

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, told }: { verb: string; id: DocumentId; told: { before: object; after: object } },
): Promise<DocumentRecord> {
  const [row] = await store.lock(tx, scope.productionId, [id])
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'document', id, label: row?.name ?? '' },
    productionId: scope.productionId,
    ...told,
  })
  await announce(app, tx, scope, [id])
  return get(app, tx, scope, id)
}

const announce = (app: App, tx: Tx, scope: ProductionScope, ids: readonly DocumentId[]) =>
  app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [...ids] })

/** Nobody puts a document where they could not read it themselves. */
function refuseClass(view: View, code: string): void {
  const rule = view.classes.find((it) => it.code === code)
  if (rule === undefined) throw invalid('/classCode', 'There is no such class of documents.')
  if (view.ground.reader !== 'system' && !rule.readers.includes(view.ground.reader))
    throw invalid('/classCode', `Your role does not read “${rule.name}”, so it cannot file documents there.`)
}

async function refuseFolder(tx: Tx, scope: ProductionScope, id: FolderId | null): Promise<void> {
  if (id === null) return
  const folder = await folders.find(tx, scope.productionId, id)
  if (folder === undefined || folder.archivedAt !== null) throw invalid('/folderId', 'This folder is no longer there.')
}

async function refuseSubjects(app: App, tx: Tx, scope: ProductionScope, subjects: readonly Subject[]): Promise<void> {
  const unknown = await unknownAmong(app, tx, scope, subjects)
  if (unknown) throw invalid('/subjects', `There is no such ${unknown.kind.replaceAll('_', ' ')} in this production.`)
}
