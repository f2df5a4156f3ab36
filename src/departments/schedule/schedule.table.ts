import type { ColumnType, Generated } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type {
  BoardId,
  BoardLook,
  BoardState,
  DayType,
  ElementEventId,
  FlagId,
  MarkedDay,
  RevisionColour,
  ScheduleIssueId,
  ShootDayId,
  StripId,
  StripKind,
} from './board.contract.ts'
import type { EventRecord } from './marks.contract.ts'
import type { StripShape } from './layout.contract.ts'
import type { StripColours } from './palette.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type Moment = ColumnType<Temporal.Instant, string, never>
type LaterMoment = Written<Temporal.Instant | null, string | null>

interface BoardTable {
  id: BoardId
  production_id: ProductionId
  name: string
  state: BoardState
  runs_alongside: boolean
  minutes_per_eighth: number
  prep_minutes: number
  wrap_minutes: number
  default_target_eighths: number | null
  palette_id: string
  layout_id: string
  look: Written<Omit<BoardLook, 'palette' | 'layout'>, string>
  /** ISO weekdays off on this board alone; null follows the production. */
  days_off: number[] | null
  version: Generated<number>
  created_at: Moment
  archived_at: LaterMoment
}

/** A date on which this board differs from the production's calendar. */
interface BoardCalendarDayTable {
  board_id: BoardId
  on_date: PlainDay
  kind: MarkedDay['kind']
  label: string
}

interface ShootDayTable {
  id: ShootDayId
  board_id: BoardId
  on_date: PlainDay
  type: DayType
  unit: string
  call_time: DayMinute | null
  target_eighths: number | null
  note: string
  archived_at: LaterMoment
}

interface StripTable {
  id: StripId
  board_id: BoardId
  day_id: ShootDayId | null
  position: number
  kind: StripKind
  scene_id: string | null
  part: number | null
  parts: number | null
  eighths: number | null
  title: string
  minutes_override: number | null
  start_override: DayMinute | null
  location_id: string | null
  cheats_light: boolean
}

interface FlagTable {
  id: FlagId
  production_id: ProductionId
  on_date: PlainDay
  element_id: string | null
  reason: string
  source: string
  is_hard: boolean
  expires_on: PlainDay | null
  archived_at: LaterMoment
}

interface ElementEventTable {
  id: ElementEventId
  production_id: ProductionId
  element_id: string | null
  person_id: string | null
  on_date: PlainDay
  from_minute: DayMinute | null
  until_minute: DayMinute | null
  kind: EventRecord['kind']
  note: string
  archived_at: LaterMoment
}

interface ScheduleIssueTable {
  id: ScheduleIssueId
  production_id: ProductionId
  board_id: BoardId
  board_name: string
  number: number
  colour: Written<RevisionColour, string>
  /** The exact text that was hashed. */
  snapshot: string
  sha256: string
  issued_at: Moment
  issued_by: string
}

interface StripPaletteTable {
  id: string
  name: string
  source: string
  dated: PlainDay
  colours: Written<StripColours, string>
  /** What it came with; null for those an office made. */
  shipped: Written<StripColours | null, string | null>
  sort: number
  archived_at: LaterMoment
  version: Generated<number>
}

interface StripLayoutTable {
  id: string
  name: string
  source: string
  dated: PlainDay
  shape: Written<StripShape, string>
  /** What it came with; null for those an office made. */
  shipped: Written<StripShape | null, string | null>
  sort: number
  archived_at: LaterMoment
  version: Generated<number>
}

/** What schedules go by where nobody has said otherwise; one row. */
interface ScheduleRuleTable {
  id: Generated<number>
  minutes_per_eighth: number
  prep_minutes: number
  wrap_minutes: number
  target_eighths: number
  meal_after_minutes: number
  rest_name: string
  daily_rest_minutes: number
  weekly_rest_minutes: number
  minor_rest_minutes: number
  unknown_minor_age: number
  light_margin_minutes: number
  source: string
  dated: Written<PlainDay, string>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    board: BoardTable
    board_calendar_day: BoardCalendarDayTable
    shoot_day: ShootDayTable
    strip: StripTable
    flag: FlagTable
    element_event: ElementEventTable
    schedule_issue: ScheduleIssueTable
    strip_palette: StripPaletteTable
    strip_layout: StripLayoutTable
    schedule_rule: ScheduleRuleTable
  }
}
