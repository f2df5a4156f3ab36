import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { planNotices } from './distribution.rules.ts'
import type { CallSheet, CallSheetId, IssueLine, Touched } from './sheet.contract.ts'
import type { RevisionFacts } from './sheet.facts.ts'
import * as store from './sheet.store.ts'
import { troublesOf } from './sheetBlockers.rules.ts'
import { withWas } from './sheetChanges.rules.ts'
import { withoutPhones } from './sheetCopies.rules.ts'
import { loadSources, factsFor, withOtherUnits } from './sheetFacts.actions.ts'
import type { Sources } from './sheetFacts.actions.ts'
import { personalViews } from './sheetPersonal.rules.ts'
import { sheetView } from './sheetView.rules.ts'

export const notHere = () => new Problem(NotFound, {}, 'There is no such call sheet here. It may have been put away.')

/** The number the next issue of this day would carry, before it is issued. */
export const nextRevision = (
  current: IssueLine | store.CurrentIssue | null,
  { preliminary }: Pick<RevisionFacts, 'preliminary'>,
): RevisionFacts => ({
  number: current === null ? 1 : current.preliminary ? current.number : current.number + 1,
  issuedAt: null,
  issuedText: 'not issued yet',
  preliminary,
})

export const sameDay = (a: { onDate: string; unit: string }, b: { onDate: string; unit: string }): boolean =>
  a.onDate === b.onDate && a.unit.toLowerCase() === b.unit.toLowerCase()

/** The sheet as it would print now, against the issue that is out. */
export function viewOf(sources: Sources, sheet: store.SheetRow, current: store.CurrentIssue | null): CallSheetView {
  const facts = factsFor(sources, sheet, nextRevision(current, { preliminary: false }))
  const compared = current === null || current.preliminary ? null : current.view
  return withWas(compared, sheetView(facts, sheet.blocks, sheet.overrides))
}

/** Whom issuing this would ask, tell or release. */
export function touchedBy(view: CallSheetView, current: store.CurrentIssue | null): Touched {
  const earlier =
    current === null || current.preliminary
      ? []
      : personalViews(current.view).map((personal) => ({
          engagementId: personal.engagementId,
          personal,
          released: false,
        }))
  const plan = planNotices(earlier, personalViews(view))
  const told = (task: 'ask' | 'tell') =>
    plan
      .filter((notice) => notice.task === task)
      .map(({ engagementId, personal, changes }) => ({
        engagementId,
        name: personal.name,
        changes: [...changes.changes, ...changes.told].map(({ key, label, was, now }) => ({
          key,
          label,
          before: was ?? '',
          after: now ?? '',
        })),
      }))
  const released = plan.filter((notice) => notice.task === 'release')
  return {
    ask: told('ask'),
    tell: told('tell'),
    release: released.map(({ engagementId, personal }) => ({ engagementId, name: personal.name })),
  }
}

export const issueLine = ({
  id,
  callSheetId,
  number,
  colour,
  fill,
  word,
  preliminary,
  sha256,
  issuedAt,
  issuedBy,
}: store.IssueRow): IssueLine => ({
  id,
  callSheetId,
  number,
  colour,
  fill,
  word,
  preliminary,
  sha256,
  issuedAt: issuedAt.toString(),
  issuedBy,
})

/** One sheet in full. @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: CallSheetId): Promise<CallSheet> {
  const sheet = await store.find(db, scope, id)
  if (sheet === undefined) throw notHere()
  const sources = await loadSources(db, scope, [sheet.onDate])
  const current = (await store.currentIssue(db, scope, sheet)) ?? null
  const all = await store.list(db, scope)
  const view = viewOf(sources, sheet, current)
  return {
    id: sheet.id,
    onDate: sheet.onDate,
    unit: sheet.unit,
    variant: sheet.variant,
    status: sheet.status,
    readyBy: sheet.readyByName,
    readyAt: sheet.readyAt?.toString() ?? null,
    version: sheet.version,
    blocks: sheet.blocks,
    overrides: sheet.overrides,
    view: scope.sees('callsheets', 'contact') ? view : withoutPhones(view),
    troubles: troublesOf(view, sources.meal.penalty),
    current: current === null ? null : issueLine(current),
    touched: touchedBy(view, current),
    otherUnits: withOtherUnits(sources, sheet),
    variants: all
      .filter((other) => sameDay(other, sheet) && other.id !== sheet.id)
      .map(({ id, variant, status }) => ({ id, variant, status })),
    can: {
      edit: scope.can('callsheets.edit'),
      approve: scope.can('callsheets.approve'),
      publish: scope.can('callsheets.publish'),
    },
  }
}
