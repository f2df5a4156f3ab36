import { z } from 'zod'
import { classed, contact, open } from '../../kernel/fields.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound, problemType } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { DayMinute, InstantText, PlainDay, ZoneName } from '../../kernel/time.ts'
import { CopyList } from './callsheet.view.ts'
import { NoticeState } from './notice.rules.ts'
import { NoticeId } from './notice.contract.ts'
import { CallSheetId } from './sheet.contract.ts'

const Change = z.object({ key: z.string(), label: z.string(), was: z.string().nullable(), now: z.string().nullable() })

const NoticeProblem = z.object({
  reason: z.string(),
  text: z.string(),
  at: InstantText,
  answer: z.object({ text: z.string(), at: InstantText, by: z.string() }).nullable(),
})

/** One person on the desk. */
export const NoticeLine = classed('callsheets', {
  id: open(NoticeId),
  engagementId: open(z.string()),
  personId: open(z.string().nullable()),
  name: open(z.string()),
  position: open(z.string()),
  department: open(z.string()),
  copy: open(CopyList),
  copyNumber: open(z.int()),
  copies: open(z.int()),
  call: open(DayMinute.nullable()),
  callText: open(z.string()),
  /** What the call was in the version they were told before, where it moved. */
  callWas: open(z.string().nullable()),
  place: open(z.string()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  channel: open(z.enum(['email', 'sms'])),
  task: open(z.enum(['ask', 'tell', 'quiet', 'release'])),
  asks: open(z.boolean()),
  state: open(NoticeState),
  stateAt: open(InstantText),
  leftAt: open(InstantText.nullable()),
  openedAt: open(InstantText.nullable()),
  confirmedAt: open(InstantText.nullable()),
  problem: open(NoticeProblem.nullable()),
  /** The mail server's own words, and what to do about them. */
  reply: open(z.string().nullable()),
  remedy: open(z.string().nullable()),
  /** The next rung of the ladder. */
  next: open(z.object({ step: z.enum(['reminder', 'second', 'phone_list', 'replace']), at: InstantText }).nullable()),
  /** A message to them waits for its undo window or for another try. */
  isLeaving: open(z.boolean()),
  /** Due to be called: their call is as early as the rules of call sheets say, and they are silent. */
  phoneDue: open(z.boolean()),
  rest: open(z.object({ restMinutes: z.int(), neededMinutes: z.int(), since: z.string() }).nullable()),
  changes: open(z.array(Change)),
})
export type NoticeLine = z.infer<typeof NoticeLine>

export const Leaving = z.object({
  id: z.string(),
  kind: z.enum(['issue', 'reminder', 'correction', 'addition']),
  channel: z.enum(['email', 'sms']),
  names: z.array(z.string()),
  leavesAt: InstantText,
  seconds: z.int(),
})
export type Leaving = z.infer<typeof Leaving>

export const Desk = z.object({
  callSheetId: CallSheetId,
  title: z.string(),
  dayNumber: z.int().nullable(),
  dayCount: z.int().nullable(),
  onDate: PlainDay,
  unit: z.string(),
  timeZone: ZoneName,
  version: z.string(),
  fill: z.string(),
  preliminary: z.boolean(),
  sha256: z.string(),
  issuedAt: InstantText,
  issuedBy: z.string(),
  /** The office's clock, so that every countdown on every screen agrees. */
  now: InstantText,
  counts: z.object({
    people: z.int(),
    sent: z.int(),
    delivered: z.int(),
    opened: z.int(),
    confirmed: z.int(),
    problem: z.int(),
    bounced: z.int(),
    notConfirmed: z.int(),
  }),
  earliestCall: DayMinute.nullable(),
  /** Messages whose undo window still runs. */
  leaving: z.array(Leaving),
  /** What waits for its undo window or a mail server: nobody outside has seen it. */
  unsent: z.int(),
  people: z.array(NoticeLine),
  /** People on the sheet as it stands who have no copy of this version. */
  missing: z.array(z.object({ engagementId: z.string(), name: z.string(), position: z.string() })),
  carries: z.object({ email: z.boolean(), sms: z.boolean() }),
  subscription: z.enum(['off', 'instant', 'digest']),
  can: z.object({ send: z.boolean() }),
})
export type Desk = z.infer<typeof Desk>

export const TimelineEntry = z.object({
  at: InstantText,
  version: z.string(),
  kind: z.string(),
  channel: z.string().nullable(),
  text: z.string(),
  byName: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const NoticeRecord = z.object({
  line: NoticeLine,
  code: z.string(),
  sha256: z.string().nullable(),
  timeline: z.array(TimelineEntry),
})
export type NoticeRecord = z.infer<typeof NoticeRecord>

export const NotIssued = problemType('callsheet-not-issued', 404, 'This call sheet has not been issued')
export const HasLeft = problemType('callsheet-has-left', 409, 'It has already left')
export const NobodyToTell = problemType('callsheet-nobody-to-tell', 409, 'There is nobody to write to')

export const params = z.object({ productionId: ProductionId, callSheetId: CallSheetId })
export const noticeParams = z.object({ productionId: ProductionId, noticeId: NoticeId })
/** The desk of one day's sheet, and one person's notice on it. */
export const desk = '/v1/productions/{productionId}/callsheets/{callSheetId}/distribution'
export const notice = '/v1/productions/{productionId}/callsheet-notices/{noticeId}'
const reads = { ability: 'callsheets.read', on: 'production' } as const
const sends = { ability: 'callsheets.publish', on: 'production' } as const

export const getDesk = route({
  method: 'GET',
  path: desk,
  summary: 'Who has the call sheet of this day, and who has said yes',
  access: reads,
  params,
  response: Desk,
  problems: [NotIssued],
})

export const undoLeaving = route({
  method: 'POST',
  path: `${desk}/undo`,
  summary: 'Call back messages whose undo window still runs',
  access: sends,
  params,
  body: z.object({ dispatchId: z.uuid() }),
  repeated: 'what was called back is not there to be called back',
  response: Desk,
  problems: [HasLeft],
})

export const sendNow = route({
  method: 'POST',
  path: `${desk}/send-now`,
  summary: 'End the undo window now',
  access: sends,
  params,
  body: z.object({ dispatchId: z.uuid() }),
  idempotencyKey: 'accepted',
  response: Desk,
  problems: [HasLeft],
})

export const sendAgain = route({
  method: 'POST',
  path: `${desk}/send`,
  summary: 'Write again to those who have not confirmed; nobody who confirmed this version is disturbed',
  access: sends,
  params,
  body: z.object({
    channel: z.enum(['email', 'sms']).default('email'),
    /** Only these; all who have not confirmed unless given. */
    noticeIds: z.array(NoticeId).min(1).max(500).optional(),
  }),
  idempotencyKey: 'accepted',
  preview: true,
  response: Desk,
  problems: [NobodyToTell],
})

export const addLate = route({
  method: 'POST',
  path: `${desk}/people`,
  summary: 'Give this version to somebody who joined late, and write to nobody else',
  access: sends,
  params,
  body: z.object({ engagementId: z.string().max(60) }),
  idempotencyKey: 'accepted',
  preview: true,
  response: Desk,
  problems: [NotFound, NobodyToTell],
})

export const subscribe = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/callsheet-subscription',
  summary: 'Be told of confirmations of this production by mail: at once, in a digest, or not',
  access: reads,
  params: z.object({ productionId: ProductionId }),
  body: z.object({ mode: z.enum(['off', 'instant', 'digest']) }),
  response: z.object({ mode: z.enum(['off', 'instant', 'digest']) }),
})

export const getNotice = route({
  method: 'GET',
  path: notice,
  summary: 'One person’s sheet: what they have and everything that happened',
  access: reads,
  params: noticeParams,
  response: NoticeRecord,
  problems: [NotFound],
})

export const correctAddress = route({
  method: 'POST',
  path: `${notice}/correct`,
  summary: 'Correct an address, send to this person only, and take the old link out of use',
  access: sends,
  params: noticeParams,
  body: z
    .object({
      email: z.email('This is not an e-mail address.').optional(),
      phone: z.string().trim().min(5).max(40).optional(),
      /** Also in the contact record, so that the next sheet arrives. */
      keep: z.boolean().default(true),
    })
    .refine((it) => it.email !== undefined || it.phone !== undefined, {
      error: 'Give an e-mail address or a phone number.',
    }),
  idempotencyKey: 'accepted',
  response: NoticeRecord,
  problems: [NotFound, NobodyToTell],
})

export const confirmByPhone = route({
  method: 'POST',
  path: `${notice}/confirm`,
  summary: 'They said yes on the phone',
  access: sends,
  params: noticeParams,
  body: z.object({ note: z.string().trim().max(500).default('') }),
  idempotencyKey: 'accepted',
  response: NoticeRecord,
  problems: [NotFound],
})

export const answerProblem = route({
  method: 'POST',
  path: `${notice}/answer`,
  summary: 'Answer somebody’s problem; they see it on their page and get it by mail',
  access: sends,
  params: noticeParams,
  body: z.object({ text: z.string().trim().min(1).max(2000) }),
  idempotencyKey: 'accepted',
  response: NoticeRecord,
  problems: [NotFound],
})

export const getPersonalLink = route({
  method: 'POST',
  path: `${notice}/link`,
  summary: 'The personal link, to pass on by another way; who took it is kept',
  access: sends,
  params: noticeParams,
  repeated: 'the link is the same; whoever takes it again is kept again',
  response: z.object({ url: z.string() }),
  problems: [NotFound],
})
