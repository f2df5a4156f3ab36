import { NotFound, Problem } from '../../kernel/problems.ts'
import { dayText, dayAt, clockOf } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Pdf } from '../../platform/pdf/index.ts'
import type { CallSheetView, CopyList } from './callsheet.view.ts'
import type { FoundCopy } from './paper.contract.ts'
import { copyByCode } from './paper.store.ts'
import { paperOf } from './paper.rules.ts'
import type { PaperCopy } from './paper.rules.ts'
import { get } from './sheetReads.actions.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { copyFor } from './sheetCopies.rules.ts'
import { copyListOf, peopleOf, personalView } from './sheetPersonal.rules.ts'
import { timeText } from './sheetText.rules.ts'

export interface PersonalCopy {
  engagementId: string
  /** Leads from a paper back to the person it was made for. */
  code: string | null
  confirmAt: string | null
  copyNumber: string | null
  printedAt: Temporal.Instant
}

/** One person's own paper: the copy of their list, their line, their row marked, their watermark. */
export function personalPaper(pdf: Pdf, view: CallSheetView, copy: PersonalCopy): Promise<Buffer> {
  const person = peopleOf(view).find((each) => each.engagementId === copy.engagementId)
  const personal = personalView(view, copy.engagementId)
  if (person === undefined || personal === undefined)
    throw new Problem(NotFound, {}, 'This person is not on the sheet.')
  const list = copyListOf(person)
  const was = person.call.was === null ? null : timeText(person.call.was, view.hourCycle)
  return print(
    pdf,
    copyFor(view, list, copy.engagementId),
    {
      ...copy,
      list,
      personal,
      callWas: was,
      printedText: momentOf(copy.printedAt, view),
    },
    copy.printedAt,
  )
}

/** A copy for a list of readers. */
export const listPaper = (
  pdf: Pdf,
  view: CallSheetView,
  list: CopyList,
  printedAt: Temporal.Instant,
): Promise<Buffer> =>
  print(
    pdf,
    copyFor(view, list),
    {
      list,
      personal: null,
      callWas: null,
      code: null,
      confirmAt: null,
      copyNumber: null,
      printedText: momentOf(printedAt, view),
    },
    printedAt,
  )

const print = (pdf: Pdf, view: CallSheetView, copy: PaperCopy, createdAt: Temporal.Instant): Promise<Buffer> =>
  pdf.render('callsheet', paperOf(view, copy), { createdAt })

function momentOf(at: Temporal.Instant, view: CallSheetView): string {
  const local = at.toZonedDateTimeISO(view.timeZone)
  return `${dayText(dayAt(at, view.timeZone)).slice(4)} ${clockOf(local.hour * 60 + local.minute)}`
}

interface Asked {
  id: CallSheetId
  copy?: CopyList | undefined
  engagementId?: string | undefined
  issueId?: CallSheetIssueId | undefined
}

/** The sheet as PDF, as it stands or as it was issued. @throws NotFound */
export async function paper(app: App, scope: ProductionScope, { id, copy, engagementId, issueId }: Asked) {
  const view = await viewFor(app, scope, id, issueId)
  const printedAt = app.clock.now()
  const list = copy ?? (scope.sees('callsheets', 'contact') ? 'crew' : 'full')
  if ((list === 'crew' || list === 'archive') && !scope.sees('callsheets', 'contact'))
    throw new Problem(NotFound, {}, 'This copy carries phone numbers, which your role does not include.')
  const bytes =
    engagementId === undefined
      ? await listPaper(app.pdf, view, list, printedAt)
      : await personalPaper(app.pdf, view, { engagementId, code: null, confirmAt: null, copyNumber: null, printedAt })
  return { bytes, fileName: view.revision.fileName }
}

async function viewFor(app: App, scope: ProductionScope, id: CallSheetId, issueId: CallSheetIssueId | undefined) {
  if (issueId === undefined) return (await get(app.db, scope, id)).view
  const issue = await store.issue(app.db, scope, issueId)
  if (issue === undefined) throw new Problem(NotFound, {}, 'Nothing was issued under this number.')
  return issue.view
}

/** Who holds the paper with this code. @throws NotFound */
export async function findCopy(db: Db, scope: ProductionScope, code: string): Promise<FoundCopy> {
  const found = await copyByCode(db, scope, code)
  if (found === undefined)
    throw new Problem(NotFound, {}, 'No copy of this production carries that code. Read it again off the paper.')
  const { copyNumber, copies, leftAt, callSheetId, ...rest } = found
  return {
    ...rest,
    callSheetId: callSheetId as CallSheetId,
    copyText: `Copy ${copyNumber} of ${copies}`,
    sentAt: leftAt?.toString() ?? null,
  }
}
