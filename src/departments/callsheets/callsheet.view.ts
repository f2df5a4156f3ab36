import { z } from 'zod'
import { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'

/**
 * The call sheet as everybody sees it: the one projection that screen, PDF, phone page and distribution share.
 * It is also what an issue freezes, so every field is a value, never a reference that could change later.
 */

/** A person without a fixed time: on call, will notify, or per head of department. Never sorted as 00:00. */
export const CallWord = z.enum(['on_call', 'will_notify', 'per_hod'])
export type CallWord = z.infer<typeof CallWord>

/** One line of "why": `Wardrobe −0:15, from Imogen Vale's engagement`. `minutes` is signed; `at` is a clock time. */
export const Part = z.object({
  label: z.string(),
  minutes: z.int().nullable(),
  at: DayMinute.nullable(),
  source: z.string().nullable(),
})
export type Part = z.infer<typeof Part>

/** What a person put in place of a computed value. */
export const Override = z.object({
  value: z.union([DayMinute, z.string()]),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
})
export type Override = z.infer<typeof Override>

/**
 * A time that answers "why". `minutes` is what is printed, `computed` what the rule gives: they differ only where
 * `override` is set. `word` replaces the time for people without one. `was` is the value of the issue before.
 */
export const Timed = z.object({
  key: z.string(),
  minutes: DayMinute.nullable(),
  computed: DayMinute.nullable(),
  word: CallWord.nullable(),
  override: Override.nullable(),
  rule: z.string(),
  parts: z.array(Part),
  was: DayMinute.nullable(),
})
export type Timed = z.infer<typeof Timed>

/** A line of words that can be replaced for this sheet, for instance where one person reports to. */
export const Worded = z.object({
  key: z.string(),
  text: z.string(),
  computed: z.string(),
  override: Override.nullable(),
  source: z.string(),
})
export type Worded = z.infer<typeof Worded>

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

export const Bar = z.object({
  from: DayMinute,
  until: DayMinute,
  lane: z.int(),
  kind: z.enum(['shooting', 'move', 'meal', 'work', 'note', 'limit']),
  label: z.string(),
  engagementId: z.string().nullable(),
})
export type Bar = z.infer<typeof Bar>

/** The paper's version: number from 1, its colour by the production's table, and the line that replaces another. */
export const Revision = z.object({
  number: z.int().min(1),
  colour: z.string(),
  fill: z.string(),
  word: z.string(),
  sentence: z.string(),
  issuedAt: z.string().nullable(),
  issuedText: z.string(),
  replaces: z.string().nullable(),
  preliminary: z.boolean(),
  fileName: z.string(),
})
export type Revision = z.infer<typeof Revision>

export const ChangeLine = z.object({ key: z.string(), label: z.string(), before: z.string(), after: z.string() })
export type ChangeLine = z.infer<typeof ChangeLine>

/** Words that differ by kind of production: scenes and pages, frames, or segments. */
export const UnitWords = z.object({
  unit: z.string(),
  units: z.string(),
  count: z.string(),
  first: z.string(),
  showPages: z.boolean(),
})
export type UnitWords = z.infer<typeof UnitWords>

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

/** Which copy a person gets. Phones of the crew stand on the crew copy only; cast and reps see their own times only. */
export const CopyList = z.enum(['full', 'crew', 'cast', 'client', 'vendor', 'security', 'archive'])
export type CopyList = z.infer<typeof CopyList>

/** One fact on a person's own page. `at` is set where the value is a time, so that pages can count down to it. */
export const PersonalField = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  at: DayMinute.nullable(),
})
export type PersonalField = z.infer<typeof PersonalField>

/**
 * What concerns one person. A change in `mustConfirm` (call and own times, date, place to report to, pick-up,
 * transport) asks for a new confirmation; a change in `told` only informs.
 */
export const PersonalView = z.object({
  engagementId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  position: z.string(),
  department: z.string(),
  kind: ViewPerson.shape.kind,
  copy: CopyList,
  onDate: PlainDay,
  timeZone: ZoneName,
  /** The time huge on the phone and in the subject line; null with `callWord` for people without one. */
  call: DayMinute.nullable(),
  callWord: CallWord.nullable(),
  callText: z.string(),
  reportTo: Place.nullable(),
  mustConfirm: z.array(PersonalField),
  told: z.array(PersonalField),
  /** Their day in order: arrivals, first frame, lunch, wrap. */
  steps: z.array(z.object({ at: DayMinute, text: z.string() })),
})
export type PersonalView = z.infer<typeof PersonalView>
