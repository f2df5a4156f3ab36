import { z } from 'zod'
import { FileId } from '../../kernel/ids.ts'
import { DayMinute, PlainDay } from '../../kernel/time.ts'

/** The day itself: places, strips, sky, meals. */

export const Place = z.object({
  id: z.string().nullable(),
  number: z.string(),
  name: z.string(),
  address: z.string(),
  mapUrl: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  gateCode: z.string().nullable(),
  parking: z.string().nullable(),
  basecamp: z.string().nullable(),
  loadIn: z.string().nullable(),
  holding: z.string().nullable(),
  contact: z.string().nullable(),
  notes: z.string().nullable(),
})
export type Place = z.infer<typeof Place>

/** A storyboard frame; its file never changes, so a sheet that went out keeps showing it. */
export const Frame = z.object({ fileId: FileId, width: z.int(), height: z.int() })
export type Frame = z.infer<typeof Frame>

export const ScheduleRow = z.object({
  id: z.string(),
  kind: z.enum(['scene', 'meal', 'move', 'banner']),
  start: DayMinute.nullable(),
  minutes: z.int(),
  number: z.string(),
  intExt: z.string(),
  bucket: z.enum(['day', 'night', 'dawn_dusk']).nullable(),
  time: z.string(),
  set: z.string(),
  text: z.string(),
  scriptDay: z.string(),
  cast: z.array(z.string()),
  eighths: z.int().nullable(),
  location: z.string(),
  note: z.string(),
  /** Absent on sheets from before there were frames. */
  frame: Frame.nullable().optional(),
})
export type ScheduleRow = z.infer<typeof ScheduleRow>

export const AdvanceDay = z.object({
  number: z.int().nullable(),
  onDate: PlainDay,
  label: z.string(),
  call: DayMinute.nullable(),
  rows: z.array(ScheduleRow),
  note: z.string(),
})
export type AdvanceDay = z.infer<typeof AdvanceDay>

export const Hospital = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  distanceKm: z.number().nullable(),
  driveMinutes: z.int().nullable(),
  note: z.string(),
})
export type Hospital = z.infer<typeof Hospital>

export const Weather = z.object({
  text: z.string(),
  highC: z.number().nullable(),
  lowC: z.number().nullable(),
  precipitationPercent: z.int().nullable(),
  wind: z.string(),
  gustKmh: z.int().nullable(),
  humidityPercent: z.int().nullable(),
  uv: z.int().nullable(),
  source: z.string(),
  forecastAt: z.string(),
})
export type Weather = z.infer<typeof Weather>

export const Sun = z.object({
  civilDawn: DayMinute.nullable(),
  sunrise: DayMinute.nullable(),
  sunset: DayMinute.nullable(),
  civilDusk: DayMinute.nullable(),
  polar: z.enum(['up', 'down']).nullable(),
  place: z.string(),
})
export type Sun = z.infer<typeof Sun>

export const Bar = z.object({
  from: DayMinute,
  until: DayMinute,
  lane: z.int(),
  kind: z.enum(['shooting', 'move', 'meal', 'work', 'note', 'limit']),
  label: z.string(),
  engagementId: z.string().nullable(),
})
export type Bar = z.infer<typeof Bar>

export const MealCount = z.object({
  meal: z.string(),
  from: DayMinute.nullable(),
  until: DayMinute.nullable(),
  crew: z.int(),
  cast: z.int(),
  background: z.int(),
  client: z.int(),
  drivers: z.int(),
  order: z.int(),
})
export type MealCount = z.infer<typeof MealCount>

export const Titled = z.object({ id: z.string(), title: z.string(), text: z.string() })
export type Titled = z.infer<typeof Titled>
