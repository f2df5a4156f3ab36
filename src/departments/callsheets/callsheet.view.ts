import { z } from 'zod'
import { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { Timed } from './timed.view.ts'
import { BackgroundRow, CastRow, CrewGroup, Pickup, Vehicle } from './people.view.ts'
import { AdvanceDay, Bar, Hospital, MealCount, Place, ScheduleRow, Sun, Titled, Weather } from './day.view.ts'
import { ChangeLine, Revision, UnitWords } from './revision.view.ts'

export * from './timed.view.ts'
export * from './people.view.ts'
export * from './day.view.ts'
export * from './revision.view.ts'
export * from './personal.view.ts'

/**
 * The call sheet as everybody sees it: the one projection that screen, PDF, phone page and distribution share.
 * It is also what an issue freezes, so every field is a value, never a reference that could change later.
 */
export const CallSheetView = z.object({
  kind: z.enum(['narrative', 'commercial', 'corporate']),
  words: UnitWords,
  paper: z.enum(['a4', 'letter']),
  hourCycle: z.enum(['h23', 'h12']),
  timeZone: ZoneName,
  zoneText: z.string(),
  header: z.object({
    code: z.string(),
    title: z.string(),
    company: z.string(),
    client: z.string(),
    agency: z.string(),
    job: z.string(),
    officePhone: z.string(),
    unit: z.string(),
    variant: z.string(),
    dayNumber: z.int().nullable(),
    dayCount: z.int().nullable(),
    dayLabel: z.string(),
    /** The schedule's word for the day; `none` when it has nothing on this date. */
    dayType: z.string(),
    onDate: PlainDay,
    dateText: z.string(),
    leads: z.array(z.object({ role: z.string(), name: z.string() })),
  }),
  revision: Revision,
  changes: z.array(ChangeLine),
  changeNote: z.string(),
  times: z.object({
    breakfast: Timed.nullable(),
    generalCall: Timed,
    shootingCall: Timed,
    lunch: Timed,
    lunchUntil: DayMinute.nullable(),
    latestLunch: Timed,
    cameraWrap: Timed,
    crewWrap: Timed,
  }),
  lunchPlace: z.string(),
  keyPeople: z.array(z.object({ role: z.string(), name: z.string(), phone: z.string().nullable() })),
  reportTo: Place.nullable(),
  places: z.array(Place),
  hospital: Hospital.nullable(),
  safety: z.object({
    urgentCare: z.string(),
    police: z.string(),
    fire: z.string(),
    emergencyNumber: z.string(),
    medic: z.string(),
    hotline: z.string(),
    hazards: z.string(),
    meeting: z.string(),
  }),
  weather: Weather.nullable(),
  sun: Sun.nullable(),
  schedule: z.object({
    rows: z.array(ScheduleRow),
    units: z.int(),
    eighths: z.int(),
    setupMinutes: z.int(),
    moveMinutes: z.int(),
    mealMinutes: z.int(),
    note: z.string(),
  }),
  cast: z.array(CastRow),
  background: z.array(BackgroundRow),
  requirements: z.array(Titled),
  extras: z.array(Titled),
  notices: z.array(Titled),
  advance: z.array(AdvanceDay),
  crew: z.array(CrewGroup),
  guests: z.array(CrewGroup),
  pickups: z.array(Pickup),
  vehicles: z.array(Vehicle),
  catering: z.object({ meals: z.array(MealCount), sparePercent: z.int(), caterer: z.string(), diets: z.string() }),
  channels: z.array(z.object({ number: z.string(), use: z.string() })),
  bars: z.array(Bar),
})
export type CallSheetView = z.infer<typeof CallSheetView>
