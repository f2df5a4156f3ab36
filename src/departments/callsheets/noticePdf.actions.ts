import type { FileId, ProductionId } from '../../kernel/ids.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import type { CallSheetView } from './callsheet.view.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import { personalPaper } from './paper.actions.ts'
import { issue as findIssue } from './sheet.store.ts'
import { linkTo } from './distributionDispatch.actions.ts'
import { get as getSheet } from './sheet.actions.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import { personalView } from './sheetPersonal.rules.ts'

/** Copies set at once: enough to keep every press busy while others are being stored. */
const setTogether = 8

/** Sets the copies of an issue that are still missing, and keeps each with its SHA-256. What was set never changes. */
export async function printMissing(app: App, productionId: ProductionId, issueId: string): Promise<number> {
  const scope = systemScope(productionId, 'The office, by itself')
  const issue = await findIssue(app.db, scope, issueId as CallSheetIssueId)
  if (issue === undefined) return 0
  const missing = await store.withoutPdf(app.db, scope, issueId)
  const print = async (notice: Notice) => {
    const bytes = await personalPaper(app.pdf, await viewWith(app, scope, issue, notice.engagement_id), {
      engagementId: notice.engagement_id,
      code: notice.code,
      confirmAt: linkTo(app, notice),
      copyNumber: `${notice.copy_number} of ${notice.copies}`,
      printedAt: issue.issuedAt,
    })
    await keep(app, notice, bytes, issue.view.revision.fileName)
  }
  for (let at = 0; at < missing.length; at += setTogether)
    await Promise.all(missing.slice(at, at + setTogether).map(print))
  if (missing.length > 0)
    await app.transaction((tx) =>
      app.announce(tx, { department: 'callsheets', productionId, ids: [issue.callSheetId] }),
    )
  return missing.length
}

/** Whoever joined after the issue is not on its frozen sheet: theirs is the sheet as it stands, under the same version. */
async function viewWith(
  app: App,
  scope: ProductionScope,
  issue: { callSheetId: CallSheetId; view: CallSheetView },
  engagementId: string,
): Promise<CallSheetView> {
  if (personalView(issue.view, engagementId) !== undefined) return issue.view
  const { view } = await getSheet(app.db, scope, issue.callSheetId)
  return { ...view, revision: issue.view.revision, changes: [] }
}

async function keep(app: App, notice: Notice, bytes: Uint8Array, fileName: string): Promise<void> {
  const fileId = app.ids.next<FileId>()
  const storageKey = `callsheets/${notice.issue_id}/${fileId}.pdf`
  const { sizeBytes, sha256 } = await app.storage.put(storageKey, bytes)
  await app.transaction(async (tx) => {
    const current = await store.lock(tx, notice.id)
    if (current === undefined || current.pdf_file_id !== null) return
    await store.addFile(tx, {
      id: fileId,
      name: fileName.replace(/\.pdf$/, `_${notice.code}.pdf`),
      media_type: 'application/pdf',
      size_bytes: sizeBytes,
      sha256,
      storage_key: storageKey,
      production_id: notice.production_id,
      created_at: app.clock.now().toString(),
      created_by: null,
    })
    await store.update(tx, notice.id, { pdf_file_id: fileId, pdf_sha256: sha256 })
  })
}

/** The exact bytes of somebody's copy, or undefined while they are being set. */
export async function copyOf(
  app: App,
  notice: Notice,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string; sha256: string } | undefined> {
  if (notice.pdf_file_id === null) return undefined
  const file = await store.fileOf(app.db, notice.pdf_file_id)
  const bytes = file && (await readWhole(app.storage, file.storage_key))
  return bytes && { bytes: new Uint8Array(bytes), name: file.name, sha256: file.sha256 }
}
