import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { carriersOf, remedyFor } from '../../platform/mail/index.ts'
import type { MailState } from '../../platform/mail/index.ts'
import { NotIssued } from './distribution.contract.ts'
import type { Desk, NoticeLine, NoticeRecord } from './distribution.contract.ts'
import { dueRung, ladderFor, nextRung } from './distributionLadder.rules.ts'
import { awaitsAnswer, byCall, countsOf, earliestCall, isUndelivered } from './notice.rules.ts'
import type { NoticeStanding } from './notice.rules.ts'
import * as store from './notice.store.ts'
import type { Dispatch, Notice } from './notice.table.ts'
import { noAddress } from './noticeRow.ts'
import { get as getSheet } from './sheetReads.actions.ts'
import type { CallSheetId } from './sheet.contract.ts'
import { find as findSheet, issue as findIssue } from './sheet.store.ts'
import type { Ladder } from './sheetRule.contract.ts'
import { ladderOf } from './sheetRule.store.ts'
import { peopleOf } from './sheetPersonal.rules.ts'
import { threadOf } from './notice.actions.ts'

/** The day and unit a sheet belongs to. @throws NotFound */
export async function threadOfSheet(db: Db, scope: ProductionScope, id: CallSheetId): Promise<store.Thread> {
  const sheet = await findSheet(db, scope, id)
  if (sheet === undefined)
    throw new Problem(NotFound, {}, 'There is no such call sheet here. It may have been put away.')
  return { onDate: sheet.onDate, unit: sheet.unit }
}

export const standingOf = (notice: Notice): NoticeStanding => ({
  name: notice.name,
  asks: notice.asks,
  state: notice.state,
  call: notice.task === 'release' ? null : notice.personal.call,
  hasLeft: notice.left_at !== null || notice.opened_at !== null,
  wasDelivered: notice.delivered_at !== null || notice.opened_at !== null,
  wasOpened: notice.opened_at !== null,
})

export const rungsOf = (notice: Notice, ladder: Ladder) =>
  ladderFor(
    {
      issuedAt: notice.left_at ?? notice.visible_from ?? notice.state_at,
      onDate: notice.personal.onDate,
      call: notice.task === 'release' ? null : notice.personal.call,
      timeZone: notice.personal.timeZone,
    },
    ladder,
  )

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

interface LineFacts {
  now: Temporal.Instant
  ladder: Ladder
  /** Notices something else of which is about to leave. */
  leaving: ReadonlySet<string>
}

function lineOf(notice: Notice, { now, ladder, leaving }: LineFacts): NoticeLine {
  const { personal } = notice
  const awaits = awaitsAnswer(standingOf(notice))
  const rungs = awaits ? rungsOf(notice, ladder) : []
  const next = nextRung(rungs, now)
  const failed = isUndelivered(notice.state) || notice.state === 'deferred'
  return {
    id: notice.id as NoticeLine['id'],
    engagementId: notice.engagement_id,
    personId: notice.person_id,
    name: notice.name,
    position: personal.position,
    department: personal.department,
    copy: personal.copy,
    copyNumber: notice.copy_number,
    copies: notice.copies,
    call: notice.task === 'release' ? null : personal.call,
    callText: notice.task === 'release' ? 'Not called' : personal.callText,
    callWas: notice.since?.changes.find((it) => it.key === 'call')?.was ?? null,
    place: personal.reportTo?.name ?? '',
    email: notice.email,
    phone: notice.phone,
    channel: notice.channel,
    task: notice.task,
    asks: notice.asks,
    state: notice.state,
    stateAt: notice.state_at.toString(),
    leftAt: text(notice.left_at),
    openedAt: text(notice.opened_at),
    confirmedAt: notice.state === 'confirmed' ? text(notice.confirmed_at) : null,
    problem: notice.state === 'problem' ? notice.problem : null,
    reply: failed || notice.state === 'unsent' ? notice.mail_reply : null,
    remedy: remedyOf(notice),
    next: next && { step: next.step, at: next.at.toString() },
    isLeaving: notice.state === 'queued' || notice.state === 'deferred' || leaving.has(notice.id),
    phoneDue: ['phone_list', 'replace'].includes(dueRung(rungs, now, new Set())?.step ?? ''),
    rest: notice.rest,
    changes: notice.since?.changes ?? [],
  }
}

function remedyOf(notice: Notice): string | null {
  if (notice.mail_reply === noAddress) return 'Add an address and send, or give them the link another way.'
  return remedyFor(notice.state as MailState, notice.mail_reply ?? '')
}

/** The whole desk of one day. @throws NotIssued as long as nothing has gone out */
export async function desk(app: App, db: Db, scope: ProductionScope, id: CallSheetId): Promise<Desk> {
  const thread = await threadOfSheet(db, scope, id)
  const notices = await store.currentOf(db, scope, thread)
  const newest = notices.toSorted((a, b) => b.issue_number - a.issue_number)[0]
  const issue = newest && (await findIssue(db, scope, newest.issue_id))
  if (newest === undefined || issue === undefined)
    throw new Problem(
      NotIssued,
      {},
      'Publish it first; then everybody on it appears here with what became of their copy.',
    )
  const now = app.clock.now()
  const standings = notices.map(standingOf)
  const carriers = carriersOf(app)
  const leaving = await leavingIds(db, scope, thread, now)
  const ladder = await ladderOf(db)
  return {
    callSheetId: id,
    title: newest.head.title,
    dayNumber: newest.head.dayNumber,
    dayCount: newest.head.dayCount,
    onDate: thread.onDate,
    unit: thread.unit,
    timeZone: newest.personal.timeZone,
    version: issue.word,
    fill: issue.fill,
    preliminary: issue.preliminary,
    sha256: issue.sha256,
    issuedAt: issue.issuedAt.toString(),
    issuedBy: issue.issuedBy,
    now: now.toString(),
    counts: countsOf(standings),
    earliestCall: earliestCall(standings),
    leaving: leavingOf(await store.dispatchesOf(db, scope, thread), now),
    unsent: notices.filter((it) => it.state === 'unsent').length,
    people: notices
      .map((it) => ({ notice: it, standing: standingOf(it) }))
      .sort((a, b) => byCall(a.standing, b.standing))
      .map(({ notice }) => lineOf(notice, { now, ladder, leaving })),
    missing: await missingOn(db, scope, id, notices),
    carries: { email: carriers.email !== null, sms: carriers.sms !== null },
    subscription: await subscriptionOf(db, scope),
    can: { send: scope.can('callsheets.publish') },
  }
}

const isLeaving = (it: Dispatch, now: Temporal.Instant): boolean =>
  it.undone_at === null && it.message_ids.length > 0 && Temporal.Instant.compare(it.leaves_at, now) > 0

const leavingOf = (dispatches: readonly Dispatch[], now: Temporal.Instant): Desk['leaving'] =>
  dispatches
    .filter((it) => isLeaving(it, now))
    .map((it) => ({
      id: it.id,
      kind: it.kind,
      channel: it.channel,
      names: it.names,
      leavesAt: it.leaves_at.toString(),
      seconds: Math.ceil(it.at.until(it.leaves_at).total('seconds')),
    }))

/** Notices with a message in its undo window. */
export async function leavingIds(
  db: Db,
  scope: ProductionScope,
  thread: store.Thread,
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const dispatches = (await store.dispatchesOf(db, scope, thread)).filter((it) => isLeaving(it, now))
  const letters = await store.aboutLetters(
    db,
    dispatches.flatMap((it) => it.message_ids),
  )
  return new Set(letters.map((it) => it.id))
}

/** Whoever the sheet as it stands would list and this version does not. */
async function missingOn(
  db: Db,
  scope: ProductionScope,
  id: CallSheetId,
  notices: readonly Notice[],
): Promise<Desk['missing']> {
  const has = new Set(notices.filter((it) => it.task !== 'release').map((it) => it.engagement_id))
  const { view } = await getSheet(db, scope, id)
  return peopleOf(view)
    .filter((it) => !has.has(it.engagementId))
    .map(({ engagementId, name, position }) => ({ engagementId, name, position }))
}

async function subscriptionOf(db: Db, scope: ProductionScope): Promise<Desk['subscription']> {
  if (scope.actor.kind !== 'user') return 'off'
  return (await store.subscriptionOf(db, scope, scope.actor.userId))?.mode ?? 'off'
}

/** One person, with everything that happened over all versions, newest first. @throws NotFound */
export async function record(app: App, db: Db, scope: ProductionScope, noticeId: string): Promise<NoticeRecord> {
  const notice = await getNotice(db, scope, noticeId)
  const own = (await store.historyOf(db, scope, threadOf(notice))).filter(
    (it) => it.engagement_id === notice.engagement_id,
  )
  const words = new Map(own.map((it) => [it.id, it.issue_word]))
  const events = await store.eventsOf(
    db,
    own.map((it) => it.id),
  )
  return {
    line: lineOf(notice, { now: app.clock.now(), ladder: await ladderOf(db), leaving: new Set() }),
    code: notice.code,
    sha256: notice.pdf_sha256,
    timeline: events
      .map((it) => ({
        at: it.at.toString(),
        version: words.get(it.notice_id) ?? '',
        kind: it.kind,
        channel: it.channel,
        text: it.text,
        byName: it.by_name,
      }))
      .toReversed(),
  }
}

export async function getNotice(db: Db, scope: ProductionScope, noticeId: string): Promise<Notice> {
  const notice = await store.find(db, scope, noticeId)
  if (notice === undefined) throw new Problem(NotFound, {}, 'There is no such person on this call sheet.')
  return notice
}
