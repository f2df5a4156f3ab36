import { z } from 'zod'
import { DayMinute } from '../../kernel/time.ts'
import { Timed, Worded } from './timed.view.ts'

/** Who is called, and what comes with them. */

/** What every person carries through all copies. `shownName` is what wide copies print (a minor's first name). */
export const ViewPerson = z.object({
  engagementId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  shownName: z.string(),
  position: z.string(),
  department: z.string(),
  kind: z.enum(['crew', 'cast', 'client', 'agency', 'vendor', 'background']),
  minor: z.boolean(),
  phone: z.string().nullable(),
  call: Timed,
  pickup: Timed.nullable(),
  pickupFrom: z.string().nullable(),
  reportTo: Worded,
  transport: Worded.nullable(),
  remarks: z.string(),
  /** Earliest call the rest since the last wrap allows; null when nothing is known of the day before. */
  rest: z.object({ earliest: DayMinute, restMinutes: z.int(), neededMinutes: z.int(), since: z.string() }).nullable(),
})
export type ViewPerson = z.infer<typeof ViewPerson>

export const CastRow = ViewPerson.extend({
  boardId: z.string(),
  character: z.string(),
  dayCode: z.string(),
  makeup: Timed,
  wardrobe: Timed,
  onSet: Timed,
  done: Timed,
  sceneNumbers: z.array(z.string()),
})
export type CastRow = z.infer<typeof CastRow>

export const CrewGroup = z.object({
  id: z.string(),
  name: z.string(),
  channel: z.string().nullable(),
  offset: z.int(),
  people: z.array(ViewPerson),
})
export type CrewGroup = z.infer<typeof CrewGroup>

export const BackgroundRow = z.object({
  id: z.string(),
  quantity: z.int(),
  description: z.string(),
  reportTo: z.string(),
  call: DayMinute.nullable(),
  ready: DayMinute.nullable(),
  onSet: DayMinute.nullable(),
  remarks: z.string(),
})
export type BackgroundRow = z.infer<typeof BackgroundRow>

export const Pickup = z.object({
  time: DayMinute.nullable(),
  passenger: z.string(),
  engagementId: z.string().nullable(),
  from: z.string(),
  arrives: DayMinute.nullable(),
  by: z.string(),
})
export type Pickup = z.infer<typeof Pickup>

export const Vehicle = z.object({
  id: z.string(),
  unit: z.string(),
  vehicle: z.string(),
  driver: z.string(),
  call: DayMinute.nullable(),
  place: z.string(),
})
export type Vehicle = z.infer<typeof Vehicle>
