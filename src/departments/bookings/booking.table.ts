import type { ColumnType } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { AbsenceKind, BookingState } from './booking.contract.ts'
import type { EngagementId } from './booking.contract.ts'

export interface AvailabilityTable {
  id: string
  person_id: PersonId | null
  location_id: string | null
  unit: string | null
  production_id: ProductionId | null
  on_date: PlainDay
  /** Minutes from midnight; null: from the start, or to the end, of the day. */
  from_minute: number | null
  until_minute: number | null
  kind: AbsenceKind
  note: string
  /** Who said so: `agent`, `by phone`. */
  source: string
  created_at: ColumnType<Temporal.Instant, string, never>
}

export interface BookingDayTable {
  engagement_id: EngagementId
  on_date: PlainDay
  state: BookingState
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    availability: AvailabilityTable
    booking_day: BookingDayTable
  }
}
