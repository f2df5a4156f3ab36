import type { ColumnType, Generated } from 'kysely'
import type { MailState } from './mail.rules.ts'

type Moment = ColumnType<Temporal.Instant, string, string>
type MomentOrNull = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

export type Channel = 'email' | 'sms'

export interface MailMessageTable {
  id: string
  /** The same key is the same message, however often it is queued. */
  key: string
  channel: Channel
  production_id: string | null
  about_kind: string
  about_id: string
  to_name: string | null
  to_address: string
  reply_to: string | null
  subject: string
  body_text: string
  body_html: string | null
  attachments: ColumnType<StoredAttachment[], string, string>
  /** Holds a way to sign in: its text is shown to nobody. */
  sealed: boolean
  state: MailState
  /** The end of the undo window. */
  leaves_at: Moment
  /** When it is tried next; null while nothing is to be done. */
  next_try_at: MomentOrNull
  tries: Generated<number>
  /** Another process has it in hand until then. */
  held_until: MomentOrNull
  code: number | null
  reply: string | null
  provider_id: string | null
  withdrawn_at: MomentOrNull
  created_at: ColumnType<Temporal.Instant, string, never>
  state_at: Moment
}

export interface StoredAttachment {
  fileName: string
  contentType: string
  base64: string
}

export interface MailAttemptTable {
  id: string
  message_id: string
  at: ColumnType<Temporal.Instant, string, never>
  state: MailState
  code: number | null
  reply: string
  provider_id: string | null
}

declare module '../database/schema.ts' {
  interface Schema {
    mail_message: MailMessageTable
    mail_attempt: MailAttemptTable
  }
}
