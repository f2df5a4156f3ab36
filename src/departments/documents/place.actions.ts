import { invalid } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Subject } from './document.contract.ts'
import type { View } from './documentSight.actions.ts'
import type { FolderId } from './folder.contract.ts'
import * as folders from './folder.store.ts'
import { unknownAmong } from './subjects.actions.ts'

/** Nobody puts a document where they could not read it themselves. */
export function refuseClass(view: View, code: string): void {
  const rule = view.classes.find((it) => it.code === code)
  if (rule === undefined) throw invalid('/classCode', 'There is no such class of documents.')
  if (view.ground.reader !== 'system' && !rule.readers.includes(view.ground.reader))
    throw invalid('/classCode', `Your role does not read “${rule.name}”, so it cannot file documents there.`)
}

export async function refuseFolder(tx: Tx, scope: ProductionScope, id: FolderId | null): Promise<void> {
  if (id === null) return
  const folder = await folders.find(tx, scope.productionId, id)
  if (folder === undefined || folder.archivedAt !== null) throw invalid('/folderId', 'This folder is no longer there.')
}

export async function refuseSubjects(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  subjects: readonly Subject[],
): Promise<void> {
  const unknown = await unknownAmong(app, tx, scope, subjects)
  if (unknown) throw invalid('/subjects', `There is no such ${unknown.kind.replaceAll('_', ' ')} in this production.`)
}
