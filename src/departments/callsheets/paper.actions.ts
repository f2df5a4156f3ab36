import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Pdf } from '../../platform/pdf/index.ts'
import type { CallSheetView, CopyList } from './callsheet.view.ts'
import type { FoundCopy } from './paper.contract.ts'
import { framePicture } from '../script/index.ts'
import { frameFile } from './paperBlocks.rules.ts'
import { copyByCode } from './paper.store.ts'
import { ownPaper, paperOf, sharedPaper } from './paper.rules.ts'
import { get } from './sheetReads.actions.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { copyFor } from './sheetCopies.rules.ts'
import { copyListOf, peopleOf, personalOf } from './sheetPersonal.rules.ts'
import { momentText, timeText } from './sheetText.rules.ts'

export interface PersonalCopy {
  engagementId: string
  /** Leads from a paper back to the person it was made for. */
  code: string | null
  confirmAt: string | null
  copyNumber: string | null
  printedAt: Temporal.Instant
}

/**
 * Everybody's own paper, in the order asked: the copy of their list, their line, their row marked, their watermark. Those
 * who read the same share one setting of the sheet.
 * @throws NotFound when somebody is not on the sheet
 */
export async function personalPapers(
  pdf: Pdf,
  view: CallSheetView,
  people: PersonalCopy[],
  files: Pictures = {},
): Promise<Buffer[]> {
  const byId = new Map(peopleOf(view).map((person) => [person.engagementId, person]))
  const papers = people.map((copy) => {
    const person = byId.get(copy.engagementId)
    if (person === undefined) throw new Problem(NotFound, {}, 'This person is not on the sheet.')
    const list = copyListOf(person)
    const seen = copyFor(view, list, copy.engagementId)
    const own = {
      ...copy,
      list,
      personal: personalOf(view, person),
      callWas: person.call.was === null ? null : timeText(person.call.was, view.hourCycle),
      printedText: momentText(copy.printedAt, view.timeZone).slice(4),
    }
    return { shared: sharedPaper(seen, list), own: ownPaper(seen, own), createdAt: copy.printedAt }
  })
  const alike = Map.groupBy(papers.keys(), (at) => JSON.stringify(papers[at]?.shared))
  const done: Buffer[] = []
  const print = async (group: number[]) => {
    const { shared, createdAt } = papers[group[0]!]!
    const own = group.map((at) => papers[at]!.own)
    const printed = await pdf.renderCopies('callsheet', { shared, own, tint: shared.band.fill }, { createdAt, files })
    for (const [i, at] of group.entries()) done[at] = printed[i]!
  }
  await Promise.all([...alike.values()].map(print))
  return done
}

/** A copy for a list of readers. */
export const listPaper = (
  pdf: Pdf,
  view: CallSheetView,
  { list, printedAt, files = {} }: { list: CopyList; printedAt: Temporal.Instant; files?: Pictures },
): Promise<Buffer> => pdf.render('callsheet', paperOf(copyFor(view, list), list), { createdAt: printedAt, files })

type Pictures = Record<string, Uint8Array>

/** The storyboard frames a sheet shows, by the names the press knows them by. */
export async function picturesOf(app: App, scope: ProductionScope, view: CallSheetView): Promise<Pictures> {
  const frames = view.schedule.rows.flatMap(({ frame }) => frame ?? [])
  const loaded = frames.map(async (frame) => [frameFile(frame), await framePicture(app, scope, frame.fileId)] as const)
  return Object.fromEntries(await Promise.all(loaded))
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
  const press = await letterhead(app)
  const files = await picturesOf(app, scope, view)
  const bytes =
    engagementId === undefined
      ? await listPaper(press, view, { list, printedAt, files })
      : (
          await personalPapers(
            press,
            view,
            [{ engagementId, code: null, confirmAt: null, copyNumber: null, printedAt }],
            files,
          )
        )[0]!
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
