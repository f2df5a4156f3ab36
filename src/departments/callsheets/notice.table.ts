import type { ColumnType, Generated, Selectable } from 'kysely'
import type { FileId, LinkId, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Channel } from '../../platform/mail/mail.table.ts'
import type { PersonalView } from './callsheet.view.ts'
import type { NoticeTask, PersonalChange, PersonalChanges } from './distribution.rules.ts'
import type { LadderStep } from './distributionLadder.rules.ts'
import type { NoticeState } from './notice.rules.ts'
import type { IssueHead } from './noticeMessage.rules.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { CallSheetId, CallSheetIssueId } from './sheet.contract.ts'

type Json<T> = ColumnType<T, string, string>
type Moment = ColumnType<Temporal.Instant, string, string>
type MomentOrNull = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** What a person's page compares with: the version they confirmed, or else the last one that reached them. */
export interface Since {
  word: string
  confirmed: boolean
  changes: PersonalChange[]
}

interface NoticeProblem {
  reason: string
  text: string
  at: string
  seenAt: string | null
  answer: { text: string; at: string; by: string } | null
}

interface NoticeRest {
  restMinutes: number
  neededMinutes: number
  since: string
}

export interface CallSheetNoticeTable {
  id: string
  production_id: ProductionId
  call_sheet_id: CallSheetId
  issue_id: CallSheetIssueId
  /** The thread: versions and variants of one day and unit follow each other. */
  on_date: PlainDay
  unit: string
  issue_number: number
  /** `v2 BLUE` */
  issue_word: string
  engagement_id: string
  person_id: PersonId | null
  name: string
  email: string | null
  phone: string | null
  locale: Locale
  copy_number: number
  copies: number
  /** Printed over their copy; leads back to this row. */
  code: string
  task: NoticeTask
  asks: boolean
  head: Json<IssueHead>
  personal: Json<PersonalView>
  rest: ColumnType<NoticeRest | null, string | null, string | null>
  changes: Json<PersonalChanges>
  since: ColumnType<Since | null, string | null, string | null>
  /** From when the personal link shows this version: the end of its undo window; null when it was undone. */
  visible_from: MomentOrNull
  superseded_at: MomentOrNull
  /** The notice of the version before, whose answer goes on counting. */
  carried_from: string | null
  state: NoticeState
  state_at: Moment
  channel: Channel
  left_at: MomentOrNull
  delivered_at: MomentOrNull
  opened_at: MomentOrNull
  confirmed_at: MomentOrNull
  problem: ColumnType<NoticeProblem | null, string | null | undefined, string | null>
  mail_reply: ColumnType<string | null, string | null | undefined, string | null>
  rungs: ColumnType<LadderStep[], LadderStep[] | undefined, LadderStep[]>
  link_id: LinkId | null
  pdf_file_id: ColumnType<FileId | null, FileId | null | undefined, FileId | null>
  pdf_sha256: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}
export type Notice = Selectable<CallSheetNoticeTable>

export type DispatchKind = 'issue' | 'reminder' | 'correction' | 'addition'

/** Messages that leave together, and can be called back together. */
export interface CallSheetDispatchTable {
  id: string
  production_id: ProductionId
  on_date: PlainDay
  unit: string
  kind: DispatchKind
  channel: Channel
  at: Moment
  leaves_at: Moment
  undone_at: MomentOrNull
  by_name: string
  names: string[]
  message_ids: string[]
}
export type Dispatch = Selectable<CallSheetDispatchTable>

export interface CallSheetEventTable {
  id: string
  production_id: ProductionId
  notice_id: string
  at: ColumnType<Temporal.Instant, string, never>
  kind: string
  channel: Channel | 'phone' | 'link' | null
  text: string
  by_name: string | null
}
export type NoticeEvent = Selectable<CallSheetEventTable>

interface ConfirmationSubscriptionTable {
  production_id: ProductionId
  user_id: UserId
  mode: 'instant' | 'digest'
  told_until: Moment
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    call_sheet_notice: CallSheetNoticeTable
    call_sheet_dispatch: CallSheetDispatchTable
    call_sheet_event: CallSheetEventTable
    confirmation_subscription: ConfirmationSubscriptionTable
  }
}
