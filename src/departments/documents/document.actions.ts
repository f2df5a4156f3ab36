import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { arrivedFile } from './arrived.actions.ts'
import type { DocumentId, DocumentRecord, Subject } from './document.contract.ts'
import type { FolderId } from './folder.contract.ts'
import * as store from './document.store.ts'
import { get, shown } from './documentReads.actions.ts'
import { opened, viewOf } from './documentSight.actions.ts'
import * as versions from './documentVersion.store.ts'
import { announce, insertVersion } from './filing.actions.ts'
import * as folders from './folder.store.ts'
import { refuseClass, refuseFolder, refuseSubjects } from './place.actions.ts'
import { foldedText } from './words.rules.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
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
      demandFresh({ expected: version, current: row.version }, row.name)
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
  demandFresh({ expected, current: row.version }, row.name)
  return row
}

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
