import type { ColumnType, Generated } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { InvitationId, InvitationState } from './proposal.contract.ts'
import type { Decisions } from './proposal.rules.ts'
import type { VendorId } from './vendor.contract.ts'

type At = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface VendorInvitationTable {
  id: InvitationId
  vendor_id: VendorId
  link_id: LinkId | null
  to_address: string
  locale: 'en' | 'de'
  message: string | null
  state: InvitationState
  answers_sealed: Buffer | null
  decisions: ColumnType<Decisions, string, string>
  /** Numbers the office had before the link went out: what comes by it never becomes a number to call back. */
  known_numbers: string[]
  sent_by: string
  sent_at: ColumnType<Temporal.Instant, string, never>
  opened_at: At
  filled_at: At
  settled_at: At
  /** Letters that asked again, and the last of them. */
  reminders: Generated<number>
  reminded_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  round: Generated<number>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    vendor_invitation: VendorInvitationTable
  }
}
