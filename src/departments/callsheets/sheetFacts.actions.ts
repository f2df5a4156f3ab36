import type { PlainDay } from '../../kernel/time.ts'
import { sunTimes } from '../../kernel/sun.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { usualHours } from '../schedule/index.ts'
import type { CallSheetView, Hospital, Place } from './callsheet.view.ts'
import type { DayFacts, PersonFacts, RevisionFacts, RowFacts, SheetFacts } from './sheet.facts.ts'
import { emergencyNumberFor, sheetKindOf, usualMeal, type Meal } from './sheetDefaults.rules.ts'
import { peopleSources } from './sheetFactsPeople.actions.ts'
import type { BookedPerson } from './sheetFactsPeople.actions.ts'
import { scheduleSources } from './sheetFactsSchedule.actions.ts'
import type { LaidDay, ScheduleSources } from './sheetFactsSchedule.actions.ts'
import { placeSources } from './sheetFactsPlaces.actions.ts'
import { unitDays } from './sheetUnits.store.ts'
import { isCalled, unitKey, unitOn, usualUnit, type UnitDay } from './sheetUnits.rules.ts'
import type { EmergencyNumber } from './sheetRule.contract.ts'
import { rulesOf } from './sheetRule.store.ts'

/** Everything of one production that its call sheets are made from, each asked of its own department, once. */
export interface Sources {
  kind: CallSheetView['kind']
  production: Awaited<ReturnType<typeof productions.get>>
  /** The office goes by its own name on its papers. */
  company: string
  dailyRestMinutes: number
  meal: Meal
  backgroundReadyMinutes: number
  boardId: string | null
  scheduleIssueId: string | null
  days: LaidDay[]
  elements: ScheduleSources['elements']
  dayCodes: ScheduleSources['dayCodes']
  /** Units said for one day alone. */
  unitDays: { engagementId: string; onDate: PlainDay; unit: string }[]
  people: BookedPerson[]
  places: Place[]
  hospitalOf: Record<string, Hospital>
  emergencyOf: Record<string, string>
  emergencyNumbers: EmergencyNumber[]
}

/** @param also dates of sheets, so that who is booked on a day without strips is known too */
export async function loadSources(db: Db, scope: ProductionScope, also: PlainDay[] = []): Promise<Sources> {
  const production = await productions.get(db, scope)
  const profile = await productions.profileOf(db, scope)
  const schedule = await scheduleSources(db, scope)
  const where = await placeSources(db, scope)
  const rules = await rulesOf(db)
  const usual = await usualHours(db)
  const dates = [...new Set([...schedule.days.map((day) => day.onDate), ...also])]
  return {
    kind: sheetKindOf(production.kind),
    production,
    company: (await officeSettings(db)).name,
    dailyRestMinutes: (profile ?? usual).dailyRestMinutes,
    meal: mealOf(profile, usual),
    backgroundReadyMinutes: rules.backgroundReadyMinutes,
    ...schedule,
    people: await peopleSources(db, scope, dates),
    unitDays: await unitDays(db, scope),
    ...where,
    emergencyNumbers: rules.emergencyNumbers,
  }
}

type Profile = Awaited<ReturnType<typeof productions.profileOf>>

/** A sheet begins with the meal of the production's working-time profile, or with what is usual. */
const mealOf = (profile: Profile, usual: { mealAfterMinutes: number }): Meal => ({
  afterMinutes: profile?.mealAfterMinutes ?? usual.mealAfterMinutes,
  minutes: profile?.mealMinutes ?? usualMeal.minutes,
  penalty: profile?.mealPenalty ?? null,
})

interface SheetKey {
  onDate: PlainDay
  unit: string
  variant: string
}

/** The facts of one sheet out of what was loaded for the production. */
export function factsFor(sources: Sources, sheet: SheetKey, revision: RevisionFacts): SheetFacts {
  const { production } = sources
  const day = sources.days.find((each) => each.onDate === sheet.onDate && unitKey(each.unit) === unitKey(sheet.unit))
  const rows = day?.rows ?? []
  return {
    production: {
      code: production.code,
      title: production.title,
      kind: sources.kind,
      company: sources.company,
      client: production.client?.name ?? '',
      agency: production.agency?.name ?? '',
      job: production.jobNumber,
      timeZone: production.timeZone,
      paper: production.paperSize,
      hourCycle: production.hourCycle === 12 ? 'h12' : 'h23',
      dailyRestMinutes: sources.dailyRestMinutes,
      revisionColours: production.revisionColours.map(({ name, hex }) => ({ name, fill: hex })),
    },
    sheet: { unit: sheet.unit, variant: sheet.variant, onDate: sheet.onDate },
    day: dayFacts(sheet.onDate, day),
    people: working(sources, sheet, day),
    places: placesOf(sources, rows),
    hospitalOf: sources.hospitalOf,
    emergencyNumber: emergencyFor(sources, rows),
    background: day?.background ?? [],
    backgroundReadyMinutes: sources.backgroundReadyMinutes,
    requirements: day?.requirements ?? [],
    advance: following(sources, sheet).map((each) => dayFacts(each.onDate, each)),
    sun: sunOf(sources, sheet.onDate, rows),
    revision,
  }
}

const dayFacts = (onDate: PlainDay, day: LaidDay | undefined): DayFacts => ({
  number: day?.number ?? null,
  count: day?.count ?? null,
  type: day?.type ?? 'none',
  onDate,
  call: day?.call ?? null,
  note: day?.note ?? '',
  rows: day?.rows ?? [],
})

/** The next days of the same unit on which something is planned. */
const following = (sources: Sources, sheet: SheetKey): LaidDay[] =>
  sources.days
    .filter((day) => day.onDate > sheet.onDate && unitKey(day.unit) === unitKey(sheet.unit) && day.rows.length > 0)
    .slice(0, 3)

/** Those the sheet of this unit and day calls, with what the schedule says of them. */
function working(sources: Sources, sheet: SheetKey, day: LaidDay | undefined): PersonFacts[] {
  const asked = unitDay(sources, sheet, day)
  return sources.people
    .filter((person) => isCalled(person, asked))
    .map(({ bookedOn: _bookedOn, everyShootDay: _every, unit: _unit, ...person }) => ({
      ...person,
      ...partOf(sources, person),
      dayCode: person.elementId === null ? '' : (sources.dayCodes.get(person.elementId)?.[sheet.onDate] ?? ''),
      previousWrap: previousWrap(sources, sheet, person),
    }))
}

const unitDay = (sources: Sources, sheet: SheetKey, day: LaidDay | undefined): UnitDay => ({
  onDate: sheet.onDate,
  unit: sheet.unit,
  shoots: shoots(sources, sheet, day),
  castElementIds: new Set((day?.rows ?? []).flatMap((row) => row.castElementIds)),
  usual: usualUnit(sources.days.map((each) => each.unit)),
  exceptions: new Map(
    sources.unitDays
      .filter((each) => each.onDate === sheet.onDate)
      .map(({ engagementId, unit }) => [engagementId, unit]),
  ),
})

/** A unit that is on no board shoots when the production does. */
function shoots(sources: Sources, sheet: SheetKey, day: LaidDay | undefined): boolean {
  if (day !== undefined) return day.number !== null || (unitKey(sheet.unit) !== 'main' && day.rows.length > 0)
  const isPlanned = sources.days.some((each) => unitKey(each.unit) === unitKey(sheet.unit))
  return !isPlanned && sources.days.some((each) => each.onDate === sheet.onDate && each.number !== null)
}

/** Booked for the date, and with another unit then: whom somebody may want on this sheet. */
export function withOtherUnits(sources: Sources, sheet: SheetKey) {
  const day = sources.days.find((each) => each.onDate === sheet.onDate && unitKey(each.unit) === unitKey(sheet.unit))
  const asked = unitDay(sources, sheet, day)
  return sources.people
    .filter((person) => person.bookedOn.has(sheet.onDate) && !isCalled(person, asked))
    .filter((person) => unitKey(unitOn(person, asked)) !== unitKey(sheet.unit))
    .map((person) => ({
      engagementId: person.engagementId,
      name: person.name,
      position: person.position,
      unit: unitOn(person, asked),
    }))
}

/** Who they play and under which number; a character marked as a minor counts as one whatever the birth date says. */
function partOf(
  { elements }: Sources,
  { elementId, minor, character }: Pick<PersonFacts, 'elementId' | 'minor' | 'character'>,
) {
  const element = elementId === null ? undefined : elements.get(elementId)
  return {
    boardId: element?.boardId ?? '',
    character: element?.name ?? character,
    minor: minor || (element?.isMinor ?? false),
  }
}

/** Where this person's last day before ended by the plan: their own last scene, or the wrap of the unit. */
function previousWrap(
  sources: Sources,
  sheet: SheetKey,
  person: Pick<PersonFacts, 'elementId'>,
): PersonFacts['previousWrap'] {
  const worked = sources.days
    .filter((day) => day.onDate < sheet.onDate && unitKey(day.unit) === unitKey(sheet.unit) && day.wrapAt !== null)
    .map((day) => ({ day, end: endOf(day, person.elementId) }))
    .filter((each) => each.end !== null)
    .at(-1)
  if (worked === undefined) return null
  const { day, end } = worked
  const label = day.number === null ? `wrap of ${day.dayText}` : `wrap of Day ${day.number}, ${day.dayText}`
  return { at: end!.toString(), label }
}

function endOf(day: LaidDay, elementId: string | null): Temporal.Instant | null {
  if (elementId === null) return day.wrapAt
  const rows = day.rows.filter((row) => row.castElementIds.includes(elementId) && row.start !== null)
  if (rows.length === 0) return null
  const last = Math.max(...rows.map((row) => row.start! + row.minutes))
  return day.instantAt(last)
}

/** Places of the day in the order they are first used; before anything is placed, all of the production. */
function placesOf(sources: Sources, rows: RowFacts[]): Place[] {
  const used = [...new Set(rows.map((row) => row.locationId).filter((id) => id !== null))]
  const ofDay = used.flatMap((id) => sources.places.filter((place) => place.id === id))
  return ofDay.length > 0 ? ofDay : sources.places.slice(0, 1)
}

/** What a place of the day says, in their order; else what holds in that part of the world. */
const emergencyFor = (sources: Sources, rows: RowFacts[]): string =>
  placesOf(sources, rows)
    .map((place) => sources.emergencyOf[place.id ?? ''])
    .find((number) => number !== undefined) ?? emergencyNumberFor(sources.production.timeZone, sources.emergencyNumbers)

function sunOf(sources: Sources, onDate: PlainDay, rows: RowFacts[]): SheetFacts['sun'] {
  const place = placesOf(sources, rows).find((each) => each.latitude !== null && each.longitude !== null)
  if (place === undefined) return null
  const at = { latitude: place.latitude!, longitude: place.longitude! }
  return { ...sunTimes(at, onDate, sources.production.timeZone), place: place.name }
}
