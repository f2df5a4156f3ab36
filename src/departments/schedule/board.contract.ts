import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { DayMinute, InstantText, PlainDay, ZoneName } from '../../kernel/time.ts'
import { StripShape } from './layout.contract.ts'
import { StripColours } from './palette.contract.ts'

/** The nouns of the board, declared once: requests, screens, rules and reports all speak of these. */
export const BoardId = idOf('BoardId')
export type BoardId = z.infer<typeof BoardId>
export const ShootDayId = idOf('ShootDayId')
export type ShootDayId = z.infer<typeof ShootDayId>
export const StripId = idOf('StripId')
export type StripId = z.infer<typeof StripId>
export const FlagId = idOf('FlagId')
export type FlagId = z.infer<typeof FlagId>
export const ElementEventId = idOf('ElementEventId')
export type ElementEventId = z.infer<typeof ElementEventId>
export const ScheduleIssueId = idOf('ScheduleIssueId')
export type ScheduleIssueId = z.infer<typeof ScheduleIssueId>

export const BoardState = z.enum(['draft', 'published', 'active'])
export type BoardState = z.infer<typeof BoardState>

export const DayType = z.enum(['shoot', 'prep', 'travel', 'rehearsal', 'weather', 'off', 'holiday', 'hiatus', 'wrap'])
export type DayType = z.infer<typeof DayType>

export const StripKind = z.enum([
  'scene',
  'day_start',
  'meal',
  'second_meal',
  'company_move',
  'pre_light',
  'second_unit',
  'rehearsal',
  'travel',
  'custom',
])
export type StripKind = z.infer<typeof StripKind>

export const IntExt = z.enum(['int', 'ext', 'int_ext'])
export type IntExt = z.infer<typeof IntExt>
export const Bucket = z.enum(['day', 'night', 'dawn_dusk'])
export type Bucket = z.infer<typeof Bucket>

export const UnitName = z.string().trim().min(1).max(60)

/** How strips are laid out and coloured; each board has its own. */
export const BoardLook = z.object({
  /** The set of strip colours it wears. */
  palette: z.string().min(1).max(60),
  /** Which fields stand on its strips, and where. */
  layout: z.string().min(1).max(60),
  /** Which colour a scene inside and outside takes. */
  intExtCountsAs: z.enum(['int', 'ext']),
})
export type BoardLook = z.infer<typeof BoardLook>

/** What estimated times are made of. Minutes are whole; a strip's own override wins. */
export const Pace = z.object({
  minutesPerEighth: z.number().int().min(1).max(240),
  /** From call to the first set-up. */
  prepMinutes: z.number().int().min(0).max(600),
  /** From the last strip until the crew is away. */
  wrapMinutes: z.number().int().min(0).max(600),
})
export type Pace = z.infer<typeof Pace>

/** `work` makes a working day of a weekday that is off; the others say why nobody works. */
export const MarkedDay = z.object({
  onDate: PlainDay,
  kind: z.enum(['off', 'holiday', 'travel', 'hiatus', 'work']),
  label: z.string().trim().max(120),
})
export type MarkedDay = z.infer<typeof MarkedDay>

/** ISO weekdays, 1 Monday to 7 Sunday. */
const Weekdays = z.array(z.number().int().min(1).max(7)).max(6, 'At least one weekday has to stay a working day.')

/** Which dates are worked: weekdays off, and the dates that differ from them. */
export const WorkCalendar = z.object({ daysOff: Weekdays, days: z.array(MarkedDay) })
export type WorkCalendar = z.infer<typeof WorkCalendar>

/** Where a board's calendar differs from the production's. Nothing given: it follows. */
export const OwnCalendar = z.object({ daysOff: Weekdays.nullable(), days: z.array(MarkedDay).max(400) })
export type OwnCalendar = z.infer<typeof OwnCalendar>

export const Board = z.object({
  id: BoardId,
  name: z.string(),
  state: BoardState,
  /** Counts together with the active board instead of replacing it: a second unit, a reshoot. */
  runsAlongside: z.boolean(),
  pace: Pace,
  look: BoardLook,
  /** What is true on this board alone. */
  calendar: OwnCalendar,
  defaultTargetEighths: z.number().int().nullable(),
  version: z.number().int(),
})
export type Board = z.infer<typeof Board>

export const ShootDay = z.object({
  id: ShootDayId,
  onDate: PlainDay,
  type: DayType,
  unit: z.string(),
  callTime: DayMinute.nullable(),
  targetEighths: z.number().int().nullable(),
  note: z.string(),
})
export type ShootDay = z.infer<typeof ShootDay>

export const Strip = z.object({
  id: StripId,
  /** Null in the boneyard. */
  dayId: ShootDayId.nullable(),
  kind: StripKind,
  sceneId: z.string().nullable(),
  part: z.number().int().nullable(),
  parts: z.number().int().nullable(),
  /** Length of this part; null means the whole scene's. */
  eighths: z.number().int().nullable(),
  title: z.string(),
  minutesOverride: z.number().int().nullable(),
  startOverride: DayMinute.nullable(),
  locationId: z.string().nullable(),
  /** Day shot for night or night for day: daylight does not bind it. */
  cheatsLight: z.boolean(),
})
export type Strip = z.infer<typeof Strip>

/** What a strip shows of its scene. Owned by the script; the board only reads it. */
export const StripScene = z.object({
  id: z.string(),
  number: z.string(),
  /** Null for entries of a shot list that say nothing of it. */
  intExt: IntExt.nullable(),
  bucket: Bucket.nullable(),
  setName: z.string(),
  timeOfDay: z.string(),
  synopsis: z.string(),
  scriptDay: z.string(),
  eighths: z.number().int(),
  /** Planned length of a frame or an interview, where pages say nothing. */
  minutes: z.number().int().nullable(),
  isOmitted: z.boolean(),
  castIds: z.array(z.string()),
  elementIds: z.array(z.string()),
  locationId: z.string().nullable(),
})
export type StripScene = z.infer<typeof StripScene>

/** A character or thing that strips ask for, with the number it has on the board. */
export const StripElement = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  boardNumber: z.string().nullable(),
  /** Who plays or brings it, when booked. */
  playedBy: z.string().nullable(),
})
export type StripElement = z.infer<typeof StripElement>

export const StripPlace = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  timeZone: ZoneName.nullable(),
})
export type StripPlace = z.infer<typeof StripPlace>

/** Everything a board's numbers are computed from. Strips come in order: by day, then as they lie. */
export const BoardFacts = z.object({
  board: Board,
  days: z.array(ShootDay),
  strips: z.array(Strip),
  scenes: z.array(StripScene),
  elements: z.array(StripElement),
  places: z.array(StripPlace),
  timeZone: ZoneName,
  mealAfterMinutes: z.number().int(),
  /** The production's calendar with what the board changes in it; null in schedules published before boards had one. */
  calendar: WorkCalendar.nullable(),
  /** What its strips are coloured in; null in schedules published before colours were a table. */
  colours: StripColours.nullable(),
  /** How its strips are laid out. */
  layout: StripShape,
})
export type BoardFacts = z.infer<typeof BoardFacts>

export const RevisionColour = z.object({ name: z.string(), hex: z.string() })
export type RevisionColour = z.infer<typeof RevisionColour>

/** A schedule as it was published: it never changes. */
export const ScheduleIssue = z.object({
  id: ScheduleIssueId,
  boardId: BoardId,
  boardName: z.string(),
  number: z.number().int(),
  colour: RevisionColour,
  sha256: z.string(),
  issuedAt: InstantText,
  issuedBy: z.string(),
})
export type ScheduleIssue = z.infer<typeof ScheduleIssue>
