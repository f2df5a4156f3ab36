import type { Insertable } from 'kysely'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Channel } from '../../platform/mail/mail.table.ts'
import type { WriteTo } from '../people/index.ts'
import type { CallSheetView, ViewPerson } from './callsheet.view.ts'
import { personalChanges } from './distribution.rules.ts'
import type { PlannedNotice } from './distribution.rules.ts'
import type { IssueHead } from './noticeMessage.rules.ts'
import type { CallSheetNoticeTable, Notice, Since } from './notice.table.ts'
import { localeOf } from '../../kernel/locale.ts'
import type { IssueRow } from './sheet.store.ts'

/** Everything the rows of one issue are made from. */
export interface NoticeFacts {
  app: App
  scope: ProductionScope
  issue: IssueRow
  head: IssueHead
  reach: ReadonlyMap<string, WriteTo>
  links: ReadonlyMap<string, LinkId>
  /** By person, the newest version they confirmed. */
  confirmed: ReadonlyMap<string, Notice>
  people: ReadonlyMap<string, ViewPerson>
  copies: number
  now: Temporal.Instant
  leavesAt: Temporal.Instant
}

export function issueHead(view: CallSheetView, issue: IssueRow): IssueHead {
  const coordinator = view.keyPeople.find((it) => /coordinator/i.test(it.role)) ?? view.keyPeople[0]
  const office = [coordinator?.name ?? view.header.company, coordinator?.phone ?? view.header.officePhone]
  return {
    code: view.header.code,
    title: view.header.title,
    dayNumber: view.header.dayNumber,
    dayCount: view.header.dayCount,
    onDate: issue.onDate,
    fill: issue.fill,
    version: issue.word,
    hourCycle: view.hourCycle,
    preliminary: issue.preliminary,
    office: office.filter((it) => it !== '' && it !== null).join(', '),
  }
}

/** Letters and digits that are not mistaken for each other on a copy of a copy. */
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const codeFrom = (secret: string): string =>
  [...Buffer.from(secret.slice(0, 24)).subarray(0, 8)].map((it) => codeAlphabet[it % codeAlphabet.length]).join('')

type Row = Insertable<CallSheetNoticeTable> & { id: string }

export function noticeRow(
  facts: NoticeFacts,
  planned: PlannedNotice,
  before: Notice | undefined,
  copyNumber: number,
): Row {
  const { app, scope, issue, head } = facts
  const { engagementId, personal, task, changes } = planned
  const reach = facts.reach.get(personal.personId ?? '')
  const person = facts.people.get(engagementId)
  const carries = before !== undefined && (task === 'quiet' || task === 'tell')
  return {
    id: app.ids.next<string>(),
    production_id: scope.productionId,
    call_sheet_id: issue.callSheetId,
    issue_id: issue.id,
    on_date: issue.onDate,
    unit: issue.unit,
    issue_number: issue.number,
    issue_word: issue.word,
    engagement_id: engagementId,
    person_id: personal.personId as PersonId | null,
    name: personal.name,
    email: reach?.email ?? null,
    phone: reach?.phone ?? null,
    locale: localeOf(reach?.languages[0]),
    copy_number: copyNumber,
    copies: facts.copies,
    code: codeFrom(app.ids.secret()),
    task,
    head: JSON.stringify(head),
    personal: JSON.stringify(personal),
    rest: person?.rest ? JSON.stringify(person.rest) : null,
    changes: JSON.stringify(changes),
    since: sinceOf(facts, planned, before),
    visible_from: facts.leavesAt.toString(),
    superseded_at: null,
    link_id: facts.links.get(engagementId) ?? null,
    ...(carries ? carried(before) : fresh(facts, reach)),
  }
}

type Progress = Pick<
  Row,
  | 'asks'
  | 'carried_from'
  | 'state'
  | 'state_at'
  | 'channel'
  | 'left_at'
  | 'delivered_at'
  | 'opened_at'
  | 'confirmed_at'
  | 'problem'
  | 'mail_reply'
  | 'rungs'
>

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** The answer to the version before goes on counting. */
const carried = (before: Notice): Progress => ({
  asks: before.asks,
  carried_from: before.id,
  state: before.state,
  state_at: before.state_at.toString(),
  channel: before.channel,
  left_at: text(before.left_at),
  delivered_at: text(before.delivered_at),
  opened_at: text(before.opened_at),
  confirmed_at: text(before.confirmed_at),
  problem: before.problem === null ? null : JSON.stringify(before.problem),
  mail_reply: before.mail_reply,
  rungs: before.rungs,
})

function fresh({ app, head, now }: NoticeFacts, reach: WriteTo | undefined): Progress {
  const channel = channelFor(app, reach?.email ?? null, reach?.phone ?? null)
  return {
    asks: !head.preliminary,
    carried_from: null,
    state: channel === null ? 'dropped' : 'queued',
    state_at: now.toString(),
    channel: channel ?? 'email',
    left_at: null,
    delivered_at: null,
    opened_at: null,
    confirmed_at: null,
    problem: null,
    mail_reply: channel === null ? noAddress : null,
    rungs: [],
  }
}

export const noAddress = 'No e-mail address on file.'

/** E-mail first; a text message where there is no address and a provider is set up. */
export const channelFor = ({ settings }: App, email: string | null, phone: string | null): Channel | null =>
  email !== null ? 'email' : phone !== null && settings.sms !== undefined ? 'sms' : null

/** What their page compares with: the version they confirmed where that differs, else the last that reached them. */
function sinceOf(
  facts: NoticeFacts,
  { engagementId, personal, task }: PlannedNotice,
  before: Notice | undefined,
): string | null {
  if (before === undefined || task === 'release') return null
  const confirmed = facts.confirmed.get(engagementId)
  for (const base of [confirmed, before]) {
    if (base === undefined) continue
    const { changes, told } = personalChanges(base.personal, personal)
    const since: Since = { word: base.issue_word, confirmed: base === confirmed, changes: [...changes, ...told] }
    if (since.changes.length > 0) return JSON.stringify(since)
  }
  return null
}

/** @example `Confirmed v1 WHITE` */
export const standing = (notice: Notice): string =>
  `${notice.state === 'confirmed' ? 'Confirmed' : 'Sent'} ${notice.issue_word}, and nothing of theirs changed`
