import { z } from 'zod'
import { DayMinute } from '../../kernel/time.ts'
import { BackgroundRow, Hospital, Override, Titled, Vehicle, Weather } from './callsheet.view.ts'

/**
 * What people type on a sheet. Everything else emerges from the schedule, the bookings and the locations; these
 * blocks are the only part of a sheet that is stored as it was entered, next to the overrides.
 */

/** The minutes the computation of times works with. They start from the kind of production and belong to the sheet. */
export const Timing = z.object({
  rehearsalLead: z.int().min(0).max(120),
  baseToSet: z.int().min(0).max(240),
  readyBuffer: z.int().min(0).max(60),
  load: z.int().min(0).max(60),
  firstSetup: z.int().min(0).max(480),
  wrap: z.int().min(0).max(480),
  chairs: z.int().min(1).max(40),
  mealAfter: z.int().min(60).max(720),
  mealMinutes: z.int().min(15).max(180),
  breakfastBefore: z.int().min(0).max(240).nullable(),
  /** End of a paid breakfast that re-sets the meal clock of those called before the general call. */
  paidBreakfastUntil: DayMinute.nullable(),
  pickupStartsWork: z.boolean(),
  sparePercent: z.int().min(0).max(50),
})
export type Timing = z.infer<typeof Timing>

const Safety = z.object({
  hospital: Hospital.nullable(),
  urgentCare: z.string().max(300),
  police: z.string().max(100),
  fire: z.string().max(100),
  emergencyNumber: z.string().max(40),
  hotline: z.string().max(200),
  hazards: z.string().max(2000),
  meetingAt: DayMinute.nullable(),
  meetingPlace: z.string().max(200),
})
type Safety = z.infer<typeof Safety>

const Channel = z.object({ number: z.string().max(10), use: z.string().max(60) })

export const Blocks = z.object({
  timing: Timing,
  changeNote: z.string().max(500),
  weather: Weather.nullable(),
  safety: Safety,
  reportToLocationId: z.string().nullable(),
  lunchPlace: z.string().max(200),
  scheduleNote: z.string().max(300),
  /** Storyboard frames beside the scenes of the day. */
  frames: z.boolean().optional(),
  background: z.array(BackgroundRow).max(200),
  vehicles: z.array(Vehicle).max(100),
  extras: z.array(Titled).max(20),
  notices: z.array(Titled).max(20),
  channels: z.array(Channel).max(40),
  caterer: z.string().max(200),
  diets: z.string().max(500),
  officePhone: z.string().max(60),
  advanceDays: z.int().min(0).max(3),
  advanceNote: z.string().max(300),
})
export type Blocks = z.infer<typeof Blocks>

/** Field key → what a person put there. */
export const Overrides = z.record(z.string(), Override)
export type Overrides = z.infer<typeof Overrides>
