import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { AbsenceKind, BookingState, EngagementId } from './booking.contract.ts'
import type { BookingDayId, BookingId, Terms } from './engine.contract.ts'

type Moment = ColumnType<Temporal.Instant, string, never>
type LaterMoment = ColumnType<Temporal.Instant | null, string | null, string | null>

interface AvailabilityTable {
  id: string
  person_id: PersonId | null
  location_id: string | null
  unit: string | null
  bookable_id: string | null
  production_id: ProductionId | null
  on_date: PlainDay
  /** Minutes from midnight; null: from the start, or to the end, of the day. */
  from_minute: number | null
  until_minute: number | null
  kind: AbsenceKind
  note: string
  /** Who said so: `agent`, `by phone`. */
  source: string
  /** The same for days that were entered as one row of weekdays. */
  series_id: string | null
  created_at: Moment
}

/** Something that can be booked and is neither a person nor a location. */
export interface BookableTable {
  id: string
  kind: 'unit' | 'room' | 'vehicle' | 'kit'
  name: string
  /** Of a unit only: everything else is the office's. */
  production_id: ProductionId | null
  place: Generated<string>
  mark: Generated<string>
  capacity: number | null
  notes: Generated<string>
  zone: string | null
  by_hours: Generated<boolean>
  opens_minute: number | null
  closes_minute: number | null
  /** Folded words it is found by. */
  find_text: Generated<string>
  version: Generated<number>
  created_at: Moment
  archived_at: LaterMoment
}

/** What the office calls a meaning; the meanings themselves are fixed. */
interface BookingLabelTable {
  id: string
  meaning: BookingState
  name: string
  sort: Generated<number>
  version: Generated<number>
  archived_at: LaterMoment
}

/** What for: a production or somebody outside, the position and the terms. Its days are rows of their own. */
export interface BookingTable {
  id: BookingId
  production_id: ProductionId | null
  engagement_id: EngagementId | null
  department_id: string | null
  title: string
  purpose: Generated<string>
  /** The one booking of an engagement that carries its shoot days and the days marked by hand. */
  is_main: Generated<boolean>
  /** Who holds, when it is somebody outside the office. */
  holder: Generated<string>
  source: Generated<string>
  hold_means: Generated<'courtesy' | 'engagement'>
  terms: ColumnType<Terms | null, string | null | undefined, string | null>
  expires_on: PlainDay | null
  note: Generated<string>
  label_id: string | null
  version: Generated<number>
  created_at: Moment
  created_by: Generated<string>
}

export interface BookingDayTable {
  id: BookingDayId
  booking_id: BookingId
  person_id: PersonId | null
  location_id: string | null
  bookable_id: string | null
  resource_id: GeneratedAlways<string | null>
  on_date: PlainDay
  from_minute: number | null
  until_minute: number | null
  zone: ZoneName
  state: BookingState
  rank: number | null
  asked_at: ColumnType<Temporal.Instant, string, string>
  /** There because the engagement works every shoot day. */
  is_standing: Generated<boolean>
  /** Somebody decided this day; it does not follow the schedule. */
  by_hand: Generated<boolean>
  shared_reason: string | null
  shared_by: string | null
  ended_at: LaterMoment
  /** What it was before it ended, for putting it back. */
  was: Generated<'planning' | 'hold' | 'confirmed' | null>
  ended_reason: Generated<string>
  fee_percent: number | null
}

interface BookingEventTable {
  id: string
  booking_id: BookingId
  at: Moment
  kind: string
  words: string
  by_name: string
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    availability: AvailabilityTable
    bookable: BookableTable
    booking_label: BookingLabelTable
    booking: BookingTable
    booking_day: BookingDayTable
    booking_event: BookingEventTable
  }
}
