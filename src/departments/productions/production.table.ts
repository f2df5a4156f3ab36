import type { ColumnType, Generated } from 'kysely'
import type { ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'

type Written<T, W> = ColumnType<T, W, W>

interface RevisionColour {
  name: string
  hex: string
}

interface ProductionTable {
  id: ProductionId
  code: string
  title: string
  kind: 'narrative' | 'commercial' | 'corporate' | 'documentary' | 'social'
  client_company_id: string | null
  agency_company_id: string | null
  job_number: Generated<string>
  phase: Generated<'development' | 'prep' | 'shoot' | 'wrap' | 'post' | 'delivery' | 'archive'>
  starts_on: PlainDay | null
  ends_on: PlainDay | null
  time_zone: ZoneName
  paper_size: 'a4' | 'letter'
  hour_cycle: Generated<12 | 24>
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  days_off: Generated<number[]>
  profile_id: string | null
  revision_colours: Written<RevisionColour[], string>
  lines_per_page: Generated<number>
  eighths_rounding: Generated<'half_up' | 'ceil'>
  /** Whose minors' hours apply. */
  jurisdiction: string | null
  notes: Generated<string>
  /** Call sheets go out with a calendar invitation. */
  calendar_invitations: Generated<boolean>
  /** After how many days a hold lets go by itself; null: never. */
  hold_days: number | null
  /** Counts changes of weekdays off and marked days together. */
  calendar_version: Generated<number>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
}

interface ProductionMemberTable {
  production_id: ProductionId
  user_id: UserId
  role: ProductionRole
  added_at: ColumnType<Temporal.Instant, string, never>
}

interface CalendarDayTable {
  production_id: ProductionId
  on_date: PlainDay
  kind: 'off' | 'holiday' | 'travel' | 'hiatus' | 'work'
  label: string
}

interface WorkingTimeProfileTable {
  id: string
  name: string
  source: string
  dated: PlainDay
  daily_rest_minutes: number
  weekly_rest_minutes: number | null
  minor_rest_minutes: Generated<number>
  meal_after_minutes: number
  meal_minutes: number
  second_meal_after_minutes: number | null
  overtime_after_minutes: number
  second_overtime_after_minutes: number | null
  meal_penalty: Written<unknown, string>
  /** Beginnings of time zone names it is meant for; the longest that fits wins. */
  suits_zones: Generated<string[]>
  /** Kinds of production; empty: all. */
  suits_kinds: Generated<string[]>
  archived_at: Written<Temporal.Instant | null, string | null>
  version: Generated<number>
}

interface RevisionColoursTable {
  of: 'office' | 'shipped'
  colours: Written<RevisionColour[], string>
  source: string
  dated: PlainDay
  version: Generated<number>
}

interface MinorProfileTable {
  id: string
  name: string
  source: string
  dated: PlainDay
  meal_extends_minutes: number
  archived_at: Written<Temporal.Instant | null, string | null>
  version: Generated<number>
}

interface MinorHoursTable {
  profile_id: string
  from_age_months: number
  until_age_months: number
  on_school_day: boolean
  work_minutes: number
  on_set_minutes: number
  school_minutes: number
  rest_minutes: number
  earliest: number
  latest: number
  latest_before_free_day: number
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    production: ProductionTable
    production_member: ProductionMemberTable
    calendar_day: CalendarDayTable
    working_time_profile: WorkingTimeProfileTable
    revision_colours: RevisionColoursTable
    minor_profile: MinorProfileTable
    minor_hours: MinorHoursTable
  }
}
