import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { FolderFull, NameTaken, type Folder, type FolderId } from './folder.contract.ts'
import { viewOf } from './documentSight.actions.ts'
import * as store from './folder.store.ts'
import { closesRing } from './folder.rules.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

const taken = (name: string) => new Problem(NameTaken, {}, `There is already a folder called “${name}” here.`)

export const add = (
  app: App,
  { scope, actor, body }: Write & { body: { name: string; parentId: FolderId | null } },
): Promise<Folder> =>
  app.transaction(async (tx) => {
    if (body.parentId !== null && (await store.find(tx, scope.productionId, body.parentId)) === undefined)
      throw invalid('/parentId', 'The folder around it is no longer there.')
    const id = app.ids.next<FolderId>()
    const added = await store.insert(tx, { id, productionId: scope.productionId, ...body, at: app.clock.now() })
    if (added === undefined) throw taken(body.name)
    return settle(app, tx, { scope, actor }, { verb: 'document_folder.added', id, before: null })
  })

interface FolderChange {
  readonly name?: string | undefined
  readonly parentId?: FolderId | null | undefined
  readonly archived?: boolean | undefined
}

export const change = (
  app: App,
  { scope, actor, id, expected, body }: Write & { id: FolderId; expected: number; body: FolderChange },
): Promise<Folder> =>
  app.transaction(async (tx) => {
    const all = await store.lockAll(tx, scope.productionId)
    const before = all.find((it) => it.id === id)
    if (before === undefined) throw new Problem(NotFound, {}, 'There is no such folder.')
    demandFresh({ expected, current: before.version }, before.name)
    const name = body.name ?? before.name
    const parentId = body.parentId === undefined ? before.parentId : body.parentId
    if (parentId !== null && !all.some((it) => it.id === parentId && it.archivedAt === null))
      throw invalid('/parentId', 'The folder around it is no longer there.')
    if (closesRing(all, id, parentId)) throw invalid('/parentId', 'A folder cannot lie inside itself.')
    if (body.archived === true) await refuseFull(tx, id, before.name)
    const isArchived = body.archived ?? before.archivedAt !== null
    const isDouble = all.some(
      (it) =>
        it.id !== id &&
        it.archivedAt === null &&
        it.parentId === parentId &&
        it.name.toLowerCase() === name.toLowerCase(),
    )
    if (isDouble && !isArchived) throw taken(name)
    await store.change(tx, id, {
      name,
      parentId,
      archivedAt: isArchived ? (before.archivedAt ?? app.clock.now()) : null,
    })
    return settle(app, tx, { scope, actor }, { verb: 'document_folder.changed', id, before: { name: before.name } })
  })

async function refuseFull(tx: Tx, id: FolderId, name: string): Promise<void> {
  const inside = await store.contents(tx, id)
  if (inside.documents + inside.folders > 0)
    throw new Problem(FolderFull, inside, `Move what is in ${name} elsewhere first, or put it away.`)
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, before }: { verb: string; id: FolderId; before: object | null },
): Promise<Folder> {
  const view = await viewOf(app, tx, scope)
  const row = await store.find(tx, scope.productionId, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such folder.')
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'document_folder', id, label: row.name },
    productionId: scope.productionId,
    before,
    after: { name: row.name, archived: row.archivedAt !== null },
  })
  await app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [] })
  const counted = (await store.all(tx, view.sight)).find((it) => it.id === id)
  return counted ?? { ...row, documents: 0 }
}
