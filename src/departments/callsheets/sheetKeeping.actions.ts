import { createHash } from 'node:crypto'
import { demandFresh, Problem } from '../../kernel/problems.ts'
import type { UserId } from '../../kernel/ids.ts'
import { actorName, type Actor, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { officeSettings } from '../office/index.ts'
import { NeedsAnother, NotReady } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { sheetLabel } from './sheetUnits.rules.ts'
import { blockersOf } from './sheetBlockers.rules.ts'

/** What every change of a sheet does alike: refuse, save under a version, leave a trail. */
export function refuseUnready(view: CallSheetView): void {
  const blockers = blockersOf(view)
  if (blockers.length === 0) return
  throw new Problem(NotReady, { blockers }, blockers.map((blocker) => `${blocker.message} ${blocker.remedy}`).join(' '))
}

/** Where the office says so, a sheet is approved by another than who made it. @throws NeedsAnother */
export async function refuseOwnApproval(tx: Tx, sheet: store.SheetRow, actor: Actor): Promise<void> {
  if (sheet.createdBy === null || sheet.createdBy !== userOf(actor).id) return
  const { approveByAnother } = await officeSettings(tx)
  if (approveByAnother)
    throw new Problem(
      NeedsAnother,
      {},
      'You made this sheet, and this office has another person approve it. Ask somebody who may.',
    )
}

/** Where the office wants approval by another, a sheet leaves only approved. @throws NeedsAnother */
export async function refuseUnapproved(tx: Tx, sheet: store.SheetRow): Promise<void> {
  if (sheet.status !== 'draft') return
  const { approveByAnother } = await officeSettings(tx)
  if (approveByAnother)
    throw new Problem(
      NeedsAnother,
      {},
      'This office sends only approved sheets. Have somebody else mark it ready first.',
    )
}

/** A changed sheet, which is locked. @throws Stale */
export async function save(
  tx: Tx,
  scope: ProductionScope,
  sheet: store.SheetRow,
  expected: number,
  change: store.SheetChange,
) {
  demandFresh({ expected, current: sheet.version }, subjectOf(sheet).label)
  return store.update(tx, scope, sheet.id, change)
}

/** Who acted; without an id where it was no account. */
export const userOf = (actor: Actor): { id: UserId | null; name: string } => ({
  id: actor.kind === 'user' ? actor.userId : null,
  name: actorName(actor),
})

export const subjectOf = (sheet: store.SheetRow) => ({
  id: sheet.id,
  label: sheetLabel(sheet),
})

interface Change {
  actor: Actor
  verb: string
  subject: { id: string; label: string }
  before?: object
  after?: object
}

/** The trail and the news of a change, in the transaction that made it. */
export async function recorded(app: App, tx: Tx, scope: ProductionScope, change: Change) {
  const { productionId } = scope
  const { actor, verb, subject, ...fields } = change
  await app.audit.record(tx, actor, verb, { subject: { kind: 'callsheet', ...subject }, productionId, ...fields })
  await app.announce(tx, { department: 'callsheets', productionId, ids: [subject.id] })
}

/** The fingerprint of a sheet's content, kept with its issue. */
export const fingerprint = (view: CallSheetView): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('hex')
