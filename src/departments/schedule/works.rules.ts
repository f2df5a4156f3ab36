import { isMainUnit } from '../../kernel/units.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { BoardSheet, SheetDay, SheetRow } from './board.rules.ts'
import type { Plan, Resource, Work } from './clash.facts.rules.ts'
import { scenesText } from './clash.words.rules.ts'
import { stripNumber } from './split.rules.ts'

/** Somebody engaged on the production, as far as the schedule needs to know. Minutes. */
export interface Engaged {
  readonly personId: string
  readonly name: string
  /** The character played, for cast. */
  readonly elementId: string | null
  /** Dates on which crew work: every shoot day, or the days listed for them. Cast are called by their scenes. */
  readonly bookedOn: ReadonlySet<PlainDay>
  /** From the unit's call to theirs; negative when earlier. */
  readonly callOffsetMinutes: number
  /** Make-up and wardrobe before the first scene. */
  readonly readyMinutes: number
}

/**
 * Who and what is at work on each day of a board, from arrival to release: cast around their own scenes, crew from call
 * to wrap, places while they are shot at, each unit as a whole.
 */
export function worksOf(sheet: BoardSheet, plan: Omit<Plan, 'unit'>, engaged: readonly Engaged[]): Work[] {
  return sheet.days.flatMap((day) => {
    if (day.clock === null) return []
    const base = baseOf(sheet, day, { ...plan, unit: day.day.unit })
    return [
      ...castWorks(sheet, day, base, engaged),
      ...crewWorks(day, base, engaged),
      ...placeWorks(day, base),
      ...unitWorks(day, base),
    ]
  })
}

type Base = Pick<Work, 'plan' | 'dayId' | 'onDate' | 'timeZone'>

const baseOf = (sheet: BoardSheet, day: SheetDay, plan: Plan): Base => ({
  plan,
  dayId: day.day.id,
  onDate: day.day.onDate,
  timeZone: sheet.facts.timeZone,
})

interface Span {
  readonly from: DayMinute
  readonly until: DayMinute
  readonly doing: string
}

/** From the first of these strips to the end of the last. */
function spanOf(rows: readonly SheetRow[]): Span | undefined {
  const timed = rows.flatMap(({ clock, scene, strip }) => (clock && scene ? [{ clock, scene, strip }] : []))
  if (timed.length === 0) return undefined
  return {
    from: Math.min(...timed.map(({ clock }) => clock.from)),
    until: Math.max(...timed.map(({ clock }) => clock.until)),
    doing: scenesText(timed.map(({ scene, strip }) => stripNumber(scene.number, strip))),
  }
}

const live = (day: SheetDay): SheetRow[] => day.rows.filter((row) => row.scene !== null && !row.scene.isOmitted)

function castWorks(sheet: BoardSheet, day: SheetDay, base: Base, engaged: readonly Engaged[]): Work[] {
  const rows = live(day)
  const asked = new Map<string, SheetRow[]>()
  for (const row of rows) for (const id of row.scene?.elementIds ?? []) asked.set(id, [...(asked.get(id) ?? []), row])
  const names = new Map(sheet.facts.elements.map((element) => [element.id, element.name]))
  return [...asked].flatMap(([elementId, its]): Work[] => {
    const span = spanOf(its)
    if (!span) return []
    const players = engaged.filter((person) => person.elementId === elementId)
    if (players.length === 0) {
      const resource: Resource = { kind: 'element', id: elementId, label: names.get(elementId) ?? 'Somebody' }
      return [{ ...base, ...span, resource, elementId }]
    }
    return players.map((person) => ({
      ...base,
      ...span,
      from: span.from - person.readyMinutes,
      resource: { kind: 'person', id: person.personId, label: person.name },
      elementId,
    }))
  })
}

function crewWorks(day: SheetDay, base: Base, engaged: readonly Engaged[]): Work[] {
  const { call, wrap, number } = day.header
  if (call === null || wrap === null || number === null) return []
  return engaged
    .filter((person) => person.elementId === null)
    .filter((person) => person.bookedOn.has(day.day.onDate))
    .map((person) => ({
      ...base,
      from: call + person.callOffsetMinutes,
      until: Math.max(wrap, call + person.callOffsetMinutes),
      resource: { kind: 'person', id: person.personId, label: person.name },
      elementId: null,
      doing: isMainUnit(day.day.unit) ? 'crew call' : `crew call, ${day.day.unit.toLowerCase()}`,
    }))
}

function placeWorks(day: SheetDay, base: Base): Work[] {
  return day.header.places.flatMap((place): Work[] => {
    const span = spanOf(live(day).filter((row) => row.place?.id === place.id))
    return span
      ? [{ ...base, ...span, resource: { kind: 'location', id: place.id, label: place.name }, elementId: null }]
      : []
  })
}

/** Units are known by their name; an absence entered for one meets every day it shoots. */
function unitWorks(day: SheetDay, base: Base): Work[] {
  const { call, wrap, number } = day.header
  if (call === null || wrap === null || number === null) return []
  const resource: Resource = { kind: 'unit', id: day.day.unit, label: day.day.unit }
  return [{ ...base, from: call, until: Math.max(wrap, call + 1), resource, elementId: null, doing: 'its shoot day' }]
}
