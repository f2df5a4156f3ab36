import type { Range } from '../../kernel/ranges.ts'
import { addDays } from '../../kernel/time.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as bookings from '../bookings/index.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import * as script from '../script/index.ts'
import type { StripElement, StripPlace, StripScene } from './board.contract.ts'
import type { Absence, LimitedElement } from './clash.facts.rules.ts'
import type { ScheduleRules } from './rule.contract.ts'
import { rulesOf } from './rule.store.ts'
import * as store from './strips.store.ts'
import type { Engaged } from './works.rules.ts'

/** What the schedule knows of a production's script, people, places and calendar, each asked of its own department. */
export interface Neighbours {
  readonly code: string
  readonly timeZone: ZoneName
  readonly colours: readonly { name: string; hex: string }[]
  readonly calendar: Awaited<ReturnType<typeof productions.calendarOf>>
  readonly profile: Awaited<ReturnType<typeof productions.profileOf>>
  /** What holds where the production has no profile, and nobody wrote an age down. */
  readonly rules: ScheduleRules
  readonly scenes: readonly StripScene[]
  readonly elements: readonly StripElement[]
  readonly limited: readonly LimitedElement[]
  readonly places: readonly StripPlace[]
  readonly engaged: readonly Engaged[]
}

export async function neighboursOf(db: Db, scope: ProductionScope): Promise<Neighbours> {
  const production = await productions.get(db, scope)
  const engaged = await engagedOf(db, scope)
  const elements = await script.elements(db, scope)
  const rules = await rulesOf(db)
  const { places, ofSets } = await placesOf(db, scope)
  return {
    code: production.code,
    timeZone: production.timeZone,
    colours: production.revisionColours,
    calendar: await productions.calendarOf(db, scope),
    profile: await productions.profileOf(db, scope),
    rules,
    scenes: await scenesOf(db, scope, ofSets),
    elements: elements.map((element) => ({
      id: element.id,
      name: element.name,
      category: element.category,
      boardNumber: element.boardId,
      playedBy: engaged.find((person) => person.elementId === element.id)?.name ?? null,
    })),
    limited: elements
      .filter((element) => element.isMinor || element.doNotExceedMinutes !== null)
      .map((element) => ({
        id: element.id,
        label: element.name,
        minorAgeMonths: element.isMinor ? (element.age ?? rules.unknownMinorAge) * 12 : null,
        doNotExceedMinutes: element.doNotExceedMinutes,
      })),
    places,
    engaged,
  }
}

/** Scenes as strips show them. An entry without a number keeps a dash in its place. */
async function scenesOf(db: Db, scope: ProductionScope, ofSets: ReadonlyMap<string, string>): Promise<StripScene[]> {
  const asked = new Map<string, string[]>()
  for (const { sceneId, elementId } of await script.sceneElements(db, scope))
    asked.set(sceneId, [...(asked.get(sceneId) ?? []), elementId])
  return (await script.scenes(db, scope)).map((scene) => ({
    id: scene.id,
    number: scene.number ?? '–',
    intExt: scene.intExt,
    bucket: scene.bucket,
    setName: scene.setName,
    timeOfDay: scene.timeOfDay ?? '',
    synopsis: scene.synopsis,
    scriptDay: scene.scriptDay ?? '',
    eighths: scene.eighths,
    minutes: scene.minutes,
    isOmitted: scene.omitted,
    castIds: scene.cast.map((member) => member.elementId),
    elementIds: asked.get(scene.id) ?? scene.cast.map((member) => member.elementId),
    locationId: ofSets.get(scene.setName) ?? null,
  }))
}

async function placesOf(
  db: Db,
  scope: ProductionScope,
): Promise<{ places: StripPlace[]; ofSets: ReadonlyMap<string, string> }> {
  const places = await locations.all(db, scope)
  return {
    places: places.map(({ id, number, name, latitude, longitude, timeZone }) => ({
      id,
      name,
      latitude,
      longitude,
      timeZone,
      number: String(number),
    })),
    ofSets: await locations.ofSets(db, scope),
  }
}

/**
 * People engaged here, as far as the schedule needs them. Cast come when their scenes do, crew on the days of the
 * boards they work.
 */
export async function engagedOf(db: Db, scope: ProductionScope): Promise<Engaged[]> {
  const engagements = await people.engagementsOf(db, scope)
  if (engagements.length === 0) return []
  const working = await bookings.workingOn(db, scope, await store.datesOf(db, scope))
  const booked = new Map<string, Set<PlainDay>>()
  for (const { engagementId, onDate } of working)
    booked.set(engagementId, (booked.get(engagementId) ?? new Set<PlainDay>()).add(onDate))
  return engagements.flatMap((it) =>
    it.personId === null
      ? []
      : [
          {
            personId: it.personId,
            name: it.name,
            elementId: it.elementId,
            bookedOn: booked.get(it.id) ?? new Set<PlainDay>(),
            callOffsetMinutes: it.callOffsetMinutes ?? it.department.callOffsetMinutes,
            readyMinutes: it.makeupMinutes + it.wardrobeMinutes,
          },
        ],
  )
}

/** When people, places and units are away. */
export const absencesOf = (db: Db, scope: ProductionScope, { from, until }: Range<PlainDay>): Promise<Absence[]> =>
  bookings.availabilityOf(db, scope, { from, to: addDays(until, -1) })
