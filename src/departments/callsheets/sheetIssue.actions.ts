import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { holdPlan } from '../schedule/index.ts'
import { distribute } from './distribution.actions.ts'
import {
  fingerprint,
  recorded,
  refuseUnapproved,
  refuseUnready,
  save,
  subjectOf,
  userOf,
} from './sheetKeeping.actions.ts'
import { get, nextRevision, notHere } from './sheetReads.actions.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'
import * as store from './sheet.store.ts'
import { withWas } from './sheetChanges.rules.ts'
import { factsFor, loadSources } from './sheetFacts.actions.ts'
import { sheetView } from './sheetView.rules.ts'
import { issuedText } from './sheetText.rules.ts'

interface Publish {
  scope: ProductionScope
  actor: Actor
  id: CallSheetId
  expected: number
  preliminary: boolean
  changeNote?: string | undefined
}

/**
 * Issues a sheet from the plan as it stands now: facts and sheet are frozen, other variants of the day step back,
 * and distribution writes to exactly those the difference to the issue before touches. All of it commits or none.
 * @throws NotReady with everything that is missing; Stale when somebody was faster
 */
export const publish = (app: App, { scope, actor, id, expected, preliminary, changeNote }: Publish) =>
  app.transaction(async (tx) => {
    const sheet = await store.lock(tx, scope, id)
    if (sheet === undefined) throw notHere()
    await holdPlan(tx, scope)
    const sources = await loadSources(tx, scope, [sheet.onDate])
    const current = (await store.currentIssue(tx, scope, sheet)) ?? null
    const issuedAt = app.clock.now()
    const revision = {
      ...nextRevision(current, { preliminary }),
      issuedAt: issuedAt.toString(),
      issuedText: issuedText(issuedAt, sources.production.timeZone),
    }
    const facts = factsFor(sources, sheet, revision)
    const blocks = changeNote === undefined ? sheet.blocks : { ...sheet.blocks, changeNote }
    const compared = current === null || current.preliminary ? null : current.view
    const view = withWas(compared, sheetView(facts, blocks, sheet.overrides))
    refuseUnready(view)
    if (!preliminary) await refuseUnapproved(tx, sheet)
    await save(tx, scope, sheet, expected, {
      status: preliminary ? sheet.status : 'published',
      blocks: { ...blocks, changeNote: '' },
    })
    if (!preliminary) await store.retireOthers(tx, scope, sheet)
    const issue = await store.insertIssue(tx, scope, {
      id: app.ids.next<CallSheetIssueId>(),
      sheet,
      view,
      facts,
      sha256: fingerprint(view),
      boardId: sources.boardId,
      scheduleIssueId: sources.scheduleIssueId,
      issuedAt,
      issuedBy: userOf(actor),
    })
    await distribute(tx, app, scope, { issue, view })
    await recorded(app, tx, scope, {
      actor,
      verb: 'callsheet.published',
      subject: subjectOf(sheet),
      after: { version: issue.word, preliminary, sha256: issue.sha256 },
    })
    return get(tx, scope, id)
  })
