import type { FileId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { ownFile } from './arrived.actions.ts'
import { insert, insertVersion } from './filing.actions.ts'
import type { DocumentId, Subject } from './document.contract.ts'
import * as store from './document.store.ts'
import type { FolderId } from './folder.contract.ts'
import * as versions from './documentVersion.store.ts'
import { foldedText } from './words.rules.ts'

interface Filed {
  readonly scope: ProductionScope
  readonly actor: Actor
  /** From `keepFile`, in the same transaction or earlier. */
  readonly file: { readonly id: FileId; readonly name: string; readonly sizeBytes: number; readonly sha256: string }
  readonly name: string
  readonly classCode: string
  readonly folderId?: FolderId
  readonly subjects?: readonly Subject[]
  /** The department and its record: the same again becomes the next version of the same document. */
  readonly origin: { readonly of: string; readonly key: string }
  readonly note?: string
}

/** @returns the document, and whether anything was added: the same bytes again are nothing new */
export async function fileOwn(app: App, tx: Tx, it: Filed): Promise<{ id: DocumentId; isNew: boolean }> {
  const { scope, actor } = it
  const file = await ownFile(app, it.file)
  const known = await store.findByOrigin(tx, scope.productionId, it.origin.of, it.origin.key)
  if (known === undefined) {
    const id = await insert(app, tx, {
      scope,
      actor,
      file,
      name: it.name,
      folderId: it.folderId ?? null,
      classCode: it.classCode,
      subjects: it.subjects ?? [],
      origin: it.origin,
    })
    return { id, isNew: true }
  }
  await store.lock(tx, scope.productionId, [known.id])
  const all = await versions.ofDocument(tx, known.id)
  if (all.some(({ sha256 }) => sha256 === file.sha256)) return { id: known.id, isNew: false }
  const number = (all[0]?.number ?? 0) + 1
  await insertVersion(app, tx, { documentId: known.id, number, file, note: it.note ?? '', actor })
  await store.change(tx, known.id, app.clock.now(), {
    currentNumber: number,
    name: it.name,
    searchText: foldedText(it.name),
  })
  return { id: known.id, isNew: true }
}
