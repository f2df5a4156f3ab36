import { ageOn, isMinor } from '../../kernel/age.ts'
import { dayAt, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { workingOn } from '../bookings/index.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import { get as productionOf } from '../productions/index.ts'
import { planSheets } from '../schedule/index.ts'
import { scenes as scenesOf } from '../script/index.ts'
import * as store from './agreement.store.ts'
import { coverage, type Standing, type Subject } from './coverage.rules.ts'
import * as templates from './template.store.ts'

export async function standings(db: Db, scope: ProductionScope, zone: ZoneName): Promise<Standing[]> {
  return (await store.standing(db, scope)).map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    subjectId: row.subject_id,
    personId: row.person_id,
    locationId: row.location_id,
    signedOn: row.completed_at && dayAt(row.completed_at, zone),
  }))
}

/** Everybody and every place of the production as coverage sees them. */
export async function subjects(
  db: Db,
  scope: ProductionScope,
  days: readonly PlainDay[],
  today: PlainDay,
): Promise<Subject[]> {
  const engaged = await people.engagementsOf(db, scope)
  const working = Map.groupBy(await workingOn(db, scope, days), (it) => it.engagementId)
  const first = (id: string): PlainDay | null => (working.get(id) ?? []).map((it) => it.onDate).sort()[0] ?? null
  const places = await locations.all(db, scope)
  return [
    ...engaged.map((it): Subject => ({
      kind: 'engagement',
      id: it.id,
      label: it.name,
      detail: it.title,
      appliesTo: it.kind,
      isMinor: isMinor(ageOn(it.birthDate, today)),
      personId: it.personId,
      locationId: null,
      startsOn: first(it.id),
    })),
    ...places
      .filter((it) => it.sets.length > 0 || it.status === 'confirmed')
      .map((it): Subject => ({
        kind: 'location',
        id: it.id,
        label: it.name,
        detail: `Location ${it.number}`,
        appliesTo: 'location',
        isMinor: false,
        personId: null,
        locationId: it.id,
        startsOn: null,
      })),
  ]
}

interface Asked {
  readonly onDate?: PlainDay | undefined
  readonly scene?: string | undefined
  readonly locationId?: string | undefined
}

/** Who still lacks what: of the whole production, or of one day, scene or place. */
export async function coverageOf(db: Db, scope: ProductionScope, now: Temporal.Instant, asked: Asked) {
  const { timeZone } = await productionOf(db, scope)
  const sheets = await planSheets(db, scope)
  const days = [...new Set(sheets.flatMap((sheet) => sheet.days.flatMap(({ day }) => day.onDate ?? [])))].sort()
  const all = await subjects(db, scope, days, dayAt(now, timeZone))
  const scenes = (await scenesOf(db, scope)).filter((it) => !it.omitted && it.number !== null)
  const isAll = asked.onDate === undefined && asked.scene === undefined && asked.locationId === undefined
  const within = isAll ? all : all.filter(await isConcerned(db, scope, asked, { sheets, scenes }))
  const { needs } = await templates.rules(db)
  const items = coverage(within, needs, await standings(db, scope, timeZone))
  const count = (state: string) => items.filter((it) => it.state === state).length
  return {
    items,
    counts: {
      missing: count('missing'),
      draft: count('draft'),
      sent: count('sent'),
      signed: count('signed'),
      refused: count('refused'),
    },
    days,
    scenes: scenes.flatMap((it) => it.number ?? []),
    locations: all.filter((it) => it.kind === 'location').map((it) => ({ id: it.id, name: it.label })),
  }
}

type Sheets = Awaited<ReturnType<typeof planSheets>>
type Scenes = Awaited<ReturnType<typeof scenesOf>>

/** Whoever works that day or plays in those scenes, and the places they are shot at. */
async function isConcerned(
  db: Db,
  scope: ProductionScope,
  asked: Asked,
  { sheets, scenes }: { sheets: Sheets; scenes: Scenes },
): Promise<(subject: Subject) => boolean> {
  const sets = await locations.ofSets(db, scope)
  const chosen = scenes.filter(isAsked(asked, sets, scenesOn(sheets, asked.onDate)))
  const cast = new Set(chosen.flatMap((it) => it.cast.map((member) => member.elementId as string)))
  const places = new Set<string>(chosen.flatMap((it) => sets.get(it.setName) ?? []))
  const engaged = await people.engagementsOf(db, scope)
  const elementOf = new Map(engaged.map((it) => [it.id as string, it.elementId]))
  const onDay = asked.onDate === undefined ? [] : await workingOn(db, scope, [asked.onDate])
  const working = new Set(onDay.map((it) => it.engagementId as string))
  return ({ kind, id }) =>
    kind === 'location'
      ? places.has(id) || id === asked.locationId
      : working.has(id) || cast.has(elementOf.get(id) ?? '')
}

const isAsked =
  (asked: Asked, sets: Awaited<ReturnType<typeof locations.ofSets>>, onDay: ReadonlySet<string>) =>
  ({ id, number, setName }: Scenes[number]): boolean => {
    if (asked.scene !== undefined) return number === asked.scene
    if (asked.locationId !== undefined) return sets.get(setName) === asked.locationId
    return asked.onDate !== undefined && onDay.has(id)
  }

const scenesOn = (sheets: Sheets, onDate: PlainDay | undefined): ReadonlySet<string> =>
  new Set(
    sheets
      .flatMap((sheet) => sheet.days)
      .filter(({ day }) => day.onDate === onDate)
      .flatMap(({ rows }) => rows.flatMap((row) => row.scene?.id ?? [])),
  )
