import { isMainUnit, MAIN_UNIT } from '../../kernel/units.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'

/** Who works with which unit. A sheet calls its own unit; a second unit is no reason to call anybody twice. */

/** Units are compared without case; every way of saying main is one. */
export const unitKey = (unit: string): string => (isMainUnit(unit) ? 'main' : unit.trim().toLowerCase())

interface Named {
  onDate: PlainDay
  unit: string
  variant: string
}

/** What a sheet is called everywhere: `Call sheet Tue 12 May, Second unit, If it rains`. */
export const sheetLabel = ({ onDate, unit, variant }: Named): string =>
  [`Call sheet ${dayText(onDate)}`, unitKey(unit) === 'main' ? '' : unit, variant].filter(Boolean).join(', ')

export interface UnitPerson {
  engagementId: string
  kind: string
  elementId: string | null
  /** Their usual unit; null is the production's own. */
  unit: string | null
  everyShootDay: boolean
  bookedOn: ReadonlySet<PlainDay>
}

export interface UnitDay {
  onDate: PlainDay
  unit: string
  /** Whether this unit shoots on the date. */
  shoots: boolean
  /** Characters of the day's scenes. */
  castElementIds: ReadonlySet<string>
  /** The unit of those who have none of their own: main, or the only one the plan knows. */
  usual: string
  /** Units said for this date alone, by engagement. */
  exceptions: ReadonlyMap<string, string>
}

/** The unit somebody works with that day: what was said for the day, else their usual one. */
export const unitOn = (person: Pick<UnitPerson, 'engagementId' | 'unit'>, day: UnitDay): string =>
  day.exceptions.get(person.engagementId) ?? person.unit ?? day.usual

/**
 * Whether the sheet of this unit and day calls them: cast with a scene in its strips, and whoever is booked for the date
 * and works with this unit then. Crew who work every shoot day come when their unit shoots.
 */
export function isCalled(person: UnitPerson, day: UnitDay): boolean {
  if (person.elementId !== null && day.castElementIds.has(person.elementId)) return true
  if (!person.bookedOn.has(day.onDate) || unitKey(unitOn(person, day)) !== unitKey(day.unit)) return false
  return !person.everyShootDay || day.shoots || person.kind === 'cast' || day.exceptions.has(person.engagementId)
}

/** Main where the plan has a main unit on any day, else the first unit it names. */
export const usualUnit = (units: readonly string[]): string =>
  units.find((unit) => unitKey(unit) === 'main') ?? units[0] ?? MAIN_UNIT
