import type { ColumnType, Generated } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { ChallengeId, ChallengeState } from './challenge.contract.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'

type Moment = ColumnType<Temporal.Instant, string, never>

export interface BookingChallengeTable {
  id: ChallengeId
  /** Who asks, and whose hold is asked for. */
  booking_id: BookingId
  against_id: BookingId
  /** The days of the challenged booking. */
  day_ids: BookingDayId[]
  asked_at: Moment
  asked_by: string
  due_at: Moment
  zone: ZoneName
  /** As both sides were told it. */
  rule: string
  state: ChallengeState
  answered_at: ColumnType<Temporal.Instant | null, string | null, string | null>
  answered_by: Generated<string>
  our_link_id: LinkId | null
  their_link_id: LinkId | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    booking_challenge: BookingChallengeTable
  }
}
