import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { SunTimes } from '../../kernel/sun.ts'
import type { CallSheetView, Frame, Hospital, Place, ViewPerson } from './callsheet.view.ts'

/**
 * What a sheet is computed from. The actions fill these through the faces of schedule, people, script, locations
 * and productions; the rules know nothing else.
 */
export interface SheetFacts {
  production: {
    code: string
    title: string
    kind: CallSheetView['kind']
    company: string
    client: string
    agency: string
    job: string
    timeZone: ZoneName
    paper: 'a4' | 'letter'
    hourCycle: 'h23' | 'h12'
    dailyRestMinutes: number
    revisionColours: RevisionColour[]
  }
  sheet: { unit: string; variant: string; onDate: PlainDay }
  day: DayFacts
  people: PersonFacts[]
  places: Place[]
  hospitalOf: Record<string, Hospital>
  /** The number to ring where people report; typed on the sheet another one wins. */
  emergencyNumber: string
  background: { id: string; name: string; quantity: number; rowIds: string[] }[]
  /** Called so long before it is to be ready. */
  backgroundReadyMinutes: number
  requirements: { id: string; title: string; text: string }[]
  advance: DayFacts[]
  sun: (SunTimes & { place: string }) | null
  revision: RevisionFacts
}

export interface RevisionColour {
  name: string
  fill: string
}

export interface RevisionFacts {
  number: number
  issuedAt: string | null
  issuedText: string
  preliminary: boolean
}

export interface DayFacts {
  number: number | null
  count: number | null
  /** `none` when the schedule has nothing on this date. */
  type: string
  onDate: PlainDay
  call: DayMinute | null
  note: string
  rows: RowFacts[]
}

/** A strip as the board lays it out: start and length are the board's estimates, overrides included. */
export interface RowFacts {
  id: string
  kind: 'scene' | 'meal' | 'move' | 'banner'
  start: DayMinute | null
  minutes: number
  number: string
  intExt: string
  bucket: 'day' | 'night' | 'dawn_dusk' | null
  time: string
  set: string
  text: string
  scriptDay: string
  castElementIds: string[]
  castLabels: string[]
  eighths: number | null
  locationId: string | null
  note: string
  frame?: Frame | null
}

export interface PersonFacts {
  engagementId: string
  personId: string | null
  name: string
  position: string
  department: { id: string; name: string; sort: number; offset: number }
  kind: ViewPerson['kind']
  sort: number
  minor: boolean
  phone: string | null
  offsetMinutes: number | null
  elementId: string | null
  boardId: string
  character: string
  dayCode: string
  makeupMinutes: number
  wardrobeMinutes: number
  pickupFrom: string | null
  driveMinutes: number | null
  /** Where the last work day ended, on any production of the office. */
  previousWrap: { at: string; label: string } | null
}
