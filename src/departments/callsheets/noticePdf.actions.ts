import type { FileId, ProductionId } from '../../kernel/ids.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { findFile, insertFiles } from '../../platform/uploads/index.ts'
import type { CallSheetView } from './callsheet.view.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import { personalPapers, picturesOf } from './paper.actions.ts'
import { issue as findIssue } from './sheet.store.ts'
import { linkTo } from './distributionDispatch.actions.ts'
import { get as getSheet } from './sheetReads.actions.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import { peopleOf } from './sheetPersonal.rules.ts'

interface Issued {
  callSheetId: CallSheetId
  view: CallSheetView
  issuedAt: Temporal.Instant
}

/** Copies set and kept in one go: as many as a large unit has, so that the shared sheet is set once. */
const setTogether = 200

/** Sets the copies of an issue that are still missing, and keeps each with its SHA-256. What was set never changes. */
export async function printMissing(app: App, productionId: ProductionId, issueId: string): Promise<number> {
  const scope = systemScope(productionId, 'The office, by itself')
  const issue = await findIssue(app.db, scope, issueId as CallSheetIssueId)
  if (issue === undefined) return 0
  const missing = await store.withoutPdf(app.db, scope, issueId)
  const listed = new Set(peopleOf(issue.view).map((person) => person.engagementId))
  const onIt = missing.filter((notice) => listed.has(notice.engagement_id))
  for (let at = 0; at < onIt.length; at += setTogether)
    await print(app, scope, issue, issue.view, onIt.slice(at, at + setTogether))
  const late = missing.filter((notice) => !listed.has(notice.engagement_id))
  if (late.length > 0) await print(app, scope, issue, await viewOfLate(app, scope, issue), late)
  if (missing.length > 0)
    await app.transaction((tx) =>
      app.announce(tx, { department: 'callsheets', productionId, ids: [issue.callSheetId] }),
    )
  return missing.length
}

async function print(
  app: App,
  scope: ProductionScope,
  issue: Issued,
  view: CallSheetView,
  notices: Notice[],
): Promise<void> {
  const papers = await personalPapers(
    await letterhead(app),
    view,
    notices.map((notice) => ({
      engagementId: notice.engagement_id,
      code: notice.code,
      confirmAt: linkTo(app, notice),
      copyNumber: `${notice.copy_number} of ${notice.copies}`,
      printedAt: issue.issuedAt,
    })),
    await picturesOf(app, scope, view),
  )
  const stored = await Promise.all(notices.map((notice, at) => put(app, notice, papers[at]!)))
  const kept = await app.transaction((tx) => keep(app, tx, stored, issue.view.revision.fileName))
  for (const { storageKey } of stored) if (!kept.has(storageKey)) await app.storage.delete(storageKey)
}

/** Whoever joined after the issue is not on its frozen sheet: theirs is the sheet as it stands, under the same version. */
async function viewOfLate(app: App, scope: ProductionScope, issue: Issued): Promise<CallSheetView> {
  const { view } = await getSheet(app.db, scope, issue.callSheetId)
  return { ...view, revision: issue.view.revision, changes: [] }
}

async function put(app: App, notice: Notice, bytes: Uint8Array) {
  const fileId = app.ids.next<FileId>()
  const storageKey = `callsheets/${notice.issue_id}/${fileId}.pdf`
  return { notice, fileId, storageKey, ...(await app.storage.put(storageKey, bytes)) }
}

type Put = Awaited<ReturnType<typeof put>>

/** A copy that another worker has kept meanwhile stays the copy. @returns the keys of those that are kept */
async function keep(app: App, tx: Tx, copies: Put[], fileName: string): Promise<ReadonlySet<string>> {
  const open = new Set(
    await store.lockWithoutPdf(
      tx,
      copies.map(({ notice }) => notice.id),
    ),
  )
  const mine = copies.filter(({ notice }) => open.has(notice.id))
  if (mine.length === 0) return new Set()
  const at = app.clock.now().toString()
  await insertFiles(
    tx,
    mine.map(({ notice, fileId, storageKey, sizeBytes, sha256 }) => ({
      id: fileId,
      name: fileName.replace(/\.pdf$/, `_${notice.code}.pdf`),
      media_type: 'application/pdf',
      size_bytes: sizeBytes,
      sha256,
      storage_key: storageKey,
      production_id: notice.production_id,
      created_at: at,
      created_by: null,
    })),
  )
  await store.setPdfs(
    tx,
    mine.map(({ notice, fileId, sha256 }) => ({ noticeId: notice.id, fileId, sha256 })),
  )
  return new Set(mine.map(({ storageKey }) => storageKey))
}

/** The exact bytes of somebody's copy, or undefined while they are being set. */
export async function copyOf(
  app: App,
  notice: Notice,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string; sha256: string } | undefined> {
  if (notice.pdf_file_id === null) return undefined
  const file = await findFile(app.db, notice.pdf_file_id)
  const bytes = file && (await readWhole(app.storage, file.storage_key))
  return bytes && { bytes: new Uint8Array(bytes), name: file.name, sha256: file.sha256 }
}
