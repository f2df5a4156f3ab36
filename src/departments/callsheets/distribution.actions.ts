import type { PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { withdrawLetters, undoUntil } from '../../platform/mail/index.ts'
import { writeToOf } from '../people/index.ts'
import type { WriteTo } from '../people/index.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { planNotices } from './distribution.rules.ts'
import type { PlannedNotice } from './distribution.rules.ts'
import { dispatch, linkFor } from './distributionDispatch.actions.ts'
import { printCopies } from './distribution.job.ts'
import { ABOUT_NOTICE } from './notice.rules.ts'
import { issueHead, noticeRow, standing } from './noticeRow.ts'
import type { NoticeFacts } from './noticeRow.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import type { IssueRow } from './sheet.store.ts'
import { peopleOf, personalViews } from './sheetPersonal.rules.ts'
import { rulesOf } from './sheetRule.store.ts'

export interface Distributed {
  asked: number
  told: number
  quiet: number
  released: number
}

/**
 * Gives an issue to its people, in the transaction that issues it: a notice for everybody, a message only for those it
 * touches. Nobody else is disturbed; what they confirmed goes on counting. Messages leave when the undo window ends.
 */
export async function distribute(
  tx: Tx,
  app: App,
  scope: ProductionScope,
  { issue, view }: { issue: IssueRow; view: CallSheetView },
): Promise<Distributed> {
  const thread = { onDate: issue.onDate, unit: issue.unit }
  await store.lockCurrent(tx, scope, thread)
  const history = await store.historyOf(tx, scope, thread)
  const current = history.filter((it) => it.superseded_at === null)
  await callBack(tx, app, scope, thread, current)
  const reached = lastReached(history)
  const plan = planNotices(
    [...reached.values()].map((it) => ({
      engagementId: it.engagement_id,
      personal: it.personal,
      released: it.task === 'release',
    })),
    personalViews(view),
  )
  const facts = await factsOf(tx, app, scope, { issue, view, history, plan })
  const notices = plan.map((planned, i) => noticeRow(facts, planned, reached.get(planned.engagementId), i + 1))
  await store.supersede(
    tx,
    current.map((it) => it.id),
    app.clock.now(),
  )
  await store.insertMany(tx, notices)
  await store.addEvents(
    tx,
    plan.flatMap((planned, i) => eventsOf(app, scope, planned, notices[i]!.id, reached.get(planned.engagementId))),
  )
  const written = (await store.currentOf(tx, scope, thread)).filter((it) => it.task !== 'quiet')
  await dispatch(tx, app, scope, { kind: 'issue', thread, notices: written, leavesAt: facts.leavesAt })
  await app.jobs.send(tx, printCopies, { productionId: scope.productionId, issueId: issue.id })
  await app.announce(tx, { department: 'callsheets', productionId: scope.productionId, ids: [issue.callSheetId] })
  const count = (task: PlannedNotice['task']) => plan.filter((it) => it.task === task).length
  return { asked: count('ask'), told: count('tell'), quiet: count('quiet'), released: count('release') }
}

/** What the version before has not sent yet would only confuse. */
async function callBack(
  tx: Tx,
  app: App,
  scope: ProductionScope,
  thread: store.Thread,
  current: Notice[],
): Promise<void> {
  const now = app.clock.now()
  await withdrawLetters(app, tx, { about: { kind: ABOUT_NOTICE, ids: current.map((it) => it.id) } })
  for (const { id, leaves_at, undone_at } of await store.dispatchesOf(tx, scope, thread))
    if (undone_at === null && Temporal.Instant.compare(leaves_at, now) > 0)
      await store.updateDispatch(tx, id, { undone_at: now.toString() })
}

const reachedStates: readonly Notice['state'][] = ['sent', 'delivered', 'opened', 'confirmed', 'problem']

/** By person, the newest version that got to them; what only announced a preliminary day does not count. */
function lastReached(history: readonly Notice[]): Map<string, Notice> {
  return new Map(
    history
      .filter((it) => !it.head.preliminary && reachedStates.includes(it.state))
      .map((it) => [it.engagement_id, it]),
  )
}

async function factsOf(
  tx: Tx,
  app: App,
  scope: ProductionScope,
  { issue, view, history, plan }: { issue: IssueRow; view: CallSheetView; history: Notice[]; plan: PlannedNotice[] },
): Promise<NoticeFacts> {
  const personIds = plan.flatMap(({ personal }) => (personal.personId === null ? [] : [personal.personId as PersonId]))
  const reach = new Map((await writeToOf(tx, scope, personIds)).map((it): [string, WriteTo] => [it.personId, it]))
  const now = app.clock.now()
  const links = new Map(history.flatMap((it) => (it.link_id === null ? [] : [[it.engagement_id, it.link_id] as const])))
  const { linkDays } = await rulesOf(tx)
  for (const { engagementId, personal } of plan) {
    if (links.has(engagementId)) continue
    links.set(engagementId, await linkFor(tx, app, scope, issue.callSheetId, { ...personal, linkDays }))
  }
  return {
    app,
    scope,
    issue,
    head: issueHead(view, issue),
    reach,
    links,
    confirmed: new Map(history.filter((it) => it.state === 'confirmed').map((it) => [it.engagement_id, it])),
    people: new Map(peopleOf(view).map((it) => [it.engagementId, it])),
    copies: plan.filter((it) => it.task !== 'release').length,
    now,
    leavesAt: await undoUntil(app, tx),
  }
}

function eventsOf(
  app: App,
  scope: ProductionScope,
  planned: PlannedNotice,
  noticeId: string,
  before: Notice | undefined,
) {
  const event = (notice: string, kind: string, text: string) => ({
    id: app.ids.next<string>(),
    production_id: scope.productionId,
    notice_id: notice,
    at: app.clock.now().toString(),
    kind,
    channel: null,
    text,
    by_name: null,
  })
  if (before === undefined) return []
  if (planned.task === 'quiet') return [event(noticeId, 'carried', standing(before))]
  if (planned.task === 'ask' && before.state === 'confirmed')
    return [
      event(
        before.id,
        'reset',
        planned.changes.changes.map((it) => `${it.label} ${it.was ?? '—'} → ${it.now ?? '—'}`).join('; '),
      ),
    ]
  return []
}
