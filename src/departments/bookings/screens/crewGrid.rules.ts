import { clockOf, dayText, type PlainDay } from '../../../kernel/time.ts'
import type { Engagement } from '../../people/engagement.contract.ts'
import type { Absence, AbsenceKind, BookedDay, BookingState } from '../booking.contract.ts'
import { stateOn } from '../booking.rules.ts'
import { PLAIN } from '../label.rules.ts'

/** A day as a column of the grid. */
export interface GridDay {
  readonly onDate: PlainDay
  /** `Day 2`, or `Prep`: what people call it. */
  readonly label: string
  readonly isShoot: boolean
}

/** One person on one day: what stands there, why, and whether two facts fight. */
export interface Cell {
  readonly onDate: PlainDay
  readonly state: BookingState | null
  /** Set for this day by hand; otherwise it follows from the engagement or the scenes. */
  readonly isOwn: boolean
  readonly absence: AbsenceKind | null
  /** Codes of other productions the person is booked on. */
  readonly elsewhere: readonly string[]
  readonly clashes: boolean
  /** The whole cell in words, for those who do not see it. */
  readonly says: string
}

export interface GridFacts {
  readonly days: readonly GridDay[]
  readonly booked: readonly BookedDay[]
  readonly absences: readonly Absence[]
  readonly elsewhere: readonly { personId: string; onDate: string; state: BookingState; code: string }[]
  /** Dates on which a character has scenes, by element. */
  readonly scenesOn: ReadonlyMap<string, ReadonlySet<string>>
}

export const ABSENCE_WORDS: Record<AbsenceKind, string> = {
  unavailable: 'Not available',
  day_off: 'Day off',
  leave: 'Leave',
  travel: 'Travelling',
  tentative: 'Perhaps away',
}

/** `` for a whole day, else `09:00–13:00`, `until 13:00`, `from 18:00`. */
export function hoursText({ from, until }: Pick<Absence, 'from' | 'until'>): string {
  if (from === null) return until === null ? '' : `until ${clockOf(until)}`
  return until === null ? `from ${clockOf(from)}` : `${clockOf(from)}–${clockOf(until)}`
}

/** The cells of one person, in the order of the days. */
export function cellsOf(person: Engagement, facts: GridFacts): Cell[] {
  const scenes = person.elementId === null ? undefined : facts.scenesOn.get(person.elementId)
  const booked = facts.booked.filter(({ engagementId }) => engagementId === person.id)
  const absences = facts.absences.filter(({ resource }) => resource.id === person.personId)
  const elsewhere = facts.elsewhere.filter((day) => day.personId === person.personId && day.state !== 'released')
  return facts.days.map(({ onDate, isShoot }) => {
    const own = booked.find((day) => day.onDate === onDate)?.state
    const away = absences.find((absence) => absence.onDate === onDate)
    const others = elsewhere.filter((day) => day.onDate === onDate)
    const state = own ?? usual(person, isShoot, scenes?.has(onDate) ?? false)
    const works = state === 'confirmed' || state === 'hold'
    const clashes =
      works && (others.some((day) => day.state === 'confirmed') || (away !== undefined && away.kind !== 'tentative'))
    const says = [
      state === null ? 'not booked' : PLAIN[state].toLowerCase(),
      away && ABSENCE_WORDS[away.kind].toLowerCase(),
      ...others.map(({ code, state: there }) => `${PLAIN[there].toLowerCase()} on ${code}`),
    ]
    return {
      onDate,
      state,
      isOwn: own !== undefined,
      absence: away?.kind ?? null,
      elsewhere: others.map(({ code }) => code),
      clashes,
      says: `${person.name}, ${dayText(onDate)}: ${says.filter(Boolean).join(', ')}`,
    }
  })
}

/** Cast and background work when their scenes do; crew as their engagement says, on days that are shot. */
function usual({ kind, works }: Engagement, isShoot: boolean, hasScenes: boolean): BookingState | null {
  if (kind === 'cast' || kind === 'background') return hasScenes ? 'confirmed' : null
  return isShoot ? stateOn(works, undefined) : null
}

/** What pressing a cell makes of it: booked, on hold, released, and back to what is usual. */
export function nextState({ state, isOwn }: Pick<Cell, 'state' | 'isOwn'>): BookingState | null {
  if (!isOwn) return state === 'confirmed' ? 'hold' : 'confirmed'
  if (state === 'confirmed') return 'hold'
  return state === 'hold' ? 'released' : null
}

/** How many are on set on a day. */
export const countOn = (rows: readonly (readonly Cell[])[], at: number): number =>
  rows.filter((cells) => cells[at]?.state === 'confirmed').length
