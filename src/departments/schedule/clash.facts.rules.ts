import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Bucket, DayType, IntExt } from './board.contract.ts'

/** Somebody or something that can be at one place only. */
export interface Resource {
  readonly kind: 'person' | 'element' | 'location' | 'unit'
  readonly id: string
  readonly label: string
}

/** Which plan a fact comes from. Of another production nothing but its code is known here. */
export interface Plan {
  readonly productionId: string
  readonly productionCode: string
  readonly boardId: string
  readonly boardName: string
  readonly unit: string
  /** `plan` for the board that drives everything, the board's own id for one that runs alongside. Part of keys, so that
   * an answer given to a concern still holds when another scenario becomes the active one. */
  readonly lane: string
  readonly isOurs: boolean
}

/** One resource at work on one date, from arrival to release, on the clock of the place. */
export interface Work {
  readonly resource: Resource
  /** The character this person plays here, or the thing itself; null for crew. */
  readonly elementId: string | null
  readonly plan: Plan
  readonly dayId: string
  readonly onDate: PlainDay
  readonly from: DayMinute
  readonly until: DayMinute
  readonly timeZone: ZoneName
  /** As it reads in a sentence: `scenes 12 and 13`, `crew call`. */
  readonly doing: string
}

export interface Absence {
  readonly resource: Pick<Resource, 'kind' | 'id'>
  readonly onDate: PlainDay
  /** Null: from the start, or to the end, of the day. */
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly kind: 'unavailable' | 'day_off' | 'leave' | 'travel' | 'tentative'
  readonly note: string
}

export interface ClashStrip {
  readonly stripId: string
  readonly label: string
  readonly kind: string
  readonly isOmitted: boolean
  readonly intExt: IntExt | null
  readonly bucket: Bucket | null
  readonly cheatsLight: boolean
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly minutes: number
  readonly elementIds: readonly string[]
  readonly place: ClashPlace | null
}

export interface ClashPlace {
  readonly id: string
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly timeZone: ZoneName
}

export interface ClashDay {
  readonly dayId: string
  readonly plan: Plan
  /** `Day 2`, or `Prep`, as people say it. */
  readonly label: string
  readonly onDate: PlainDay
  readonly type: DayType
  readonly timeZone: ZoneName
  readonly call: DayMinute | null
  readonly wrap: DayMinute | null
  readonly eighths: number
  readonly targetEighths: number | null
  readonly lateMeal: { readonly due: DayMinute; readonly at: DayMinute | null; readonly lateBy: number } | null
  readonly meals: readonly { readonly from: DayMinute; readonly until: DayMinute }[]
  readonly moveCount: number
  /** Why the calendar of the day's board rests on its date, in words; null on a working day. */
  readonly rest: string | null
  readonly strips: readonly ClashStrip[]
}

export interface ElementEvent {
  readonly id: string
  readonly resource: Resource
  readonly onDate: PlainDay
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly kind: 'travel' | 'rehearsal' | 'fitting' | 'other'
  readonly note: string
}

export interface Flag {
  readonly id: string
  readonly onDate: PlainDay
  readonly element: { readonly id: string; readonly label: string } | null
  readonly reason: string
  readonly source: string
  readonly isHard: boolean
  readonly expiresOn: PlainDay | null
}

export interface LimitedElement {
  readonly id: string
  readonly label: string
  /** Null when of age. */
  readonly minorAgeMonths: number | null
  readonly doNotExceedMinutes: number | null
}

/** What the law of a place lets a child of an age do in a day. Minutes; the limits are the table's, not ours. */
export interface MinorHours {
  readonly jurisdiction: string
  readonly fromAgeMonths: number
  /** Not inside any more: half-open, as everywhere. */
  readonly untilAgeMonths: number
  readonly onSchoolDay: boolean
  readonly workMinutes: number
  readonly onSetMinutes: number
  readonly schoolMinutes: number
  readonly restMinutes: number
  readonly earliest: DayMinute
  readonly latest: DayMinute
  readonly latestBeforeFreeDay: DayMinute
  /** How much longer a child may be on set when it has its meal; the work is not extended. */
  readonly mealExtendsMinutes: number
}

export interface RestProfile {
  readonly name: string
  readonly dailyRestMinutes: number
  readonly weeklyRestMinutes: number
  readonly minorRestMinutes: number
}

export interface ClashFacts {
  readonly today: PlainDay
  readonly productionId: string
  readonly days: readonly ClashDay[]
  readonly works: readonly Work[]
  readonly absences: readonly Absence[]
  readonly events: readonly ElementEvent[]
  readonly flags: readonly Flag[]
  readonly limited: readonly LimitedElement[]
  readonly minorHours: readonly MinorHours[]
  readonly rest: RestProfile
  /** Light is only sure so long inside sunrise and sunset, and dark so long outside. */
  readonly lightMarginMinutes: number
  readonly isSchoolDay: (onDate: PlainDay) => boolean
  readonly unplaced: {
    readonly boardId: string
    readonly boardName: string
    readonly lane: string
    readonly scenes: readonly string[]
  }[]
}
