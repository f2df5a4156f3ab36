import { NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, dayText, daysBetween, type PlainDay } from '../../kernel/time.ts'
import type { Actor, OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type {
  Absence,
  AvailabilityId,
  BookedDay,
  BookedResource,
  BookingState,
  NewAbsence,
} from './booking.contract.ts'
import { stateOn, type BookingFacts } from './booking.rules.ts'
import * as store from './booking.store.ts'
import type { DateSpan } from './booking.store.ts'

/** Far enough that a check over all days is a check over all days. */
const ALWAYS: DateSpan = { from: '1900-01-01' as PlainDay, to: '2999-12-31' as PlainDay }

/**
 * When people of the production, its places and its units cannot work; dates both included, all dates when none are given.
 * A person's absences count wherever they were entered.
 */
export async function availabilityOf(db: Db, scope: ProductionScope, span: DateSpan = ALWAYS): Promise<Absence[]> {
  const [engaged, places] = [await people.engagementsOf(db, scope), await locations.all(db, scope)]
  return store.absences(db, scope, span, {
    personIds: engaged.flatMap(({ personId }) => personId ?? []),
    locationIds: places.map(({ id }) => id),
  })
}

export interface WorkingDay {
  readonly engagementId: string
  readonly onDate: PlainDay
  readonly state: 'confirmed' | 'hold'
}

/**
 * Who is booked for which of these dates, from engagements and listed days. Cast and background are called by the scenes
 * they are in, so they are here only on days somebody listed.
 */
export async function workingOn(db: Db, scope: ProductionScope, dates: readonly PlainDay[]): Promise<WorkingDay[]> {
  const engaged = await people.engagementsOf(db, scope)
  const sorted = [...dates].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  if (from === undefined || to === undefined) return []
  const listed = await store.days(
    db,
    scope,
    engaged.map(({ id }) => id),
    { from, to },
  )
  const entry = new Map(listed.map(({ engagementId, onDate, state }) => [`${engagementId} ${onDate}`, state]))
  return engaged.flatMap(({ id, kind, works }) =>
    sorted.flatMap((onDate) => {
      const byScenes = kind === 'cast' || kind === 'background'
      const state = stateOn(byScenes ? 'listed_days' : works, entry.get(`${id} ${onDate}`))
      return state === null || state === 'released' ? [] : [{ engagementId: id, onDate, state }]
    }),
  )
}

export async function bookingsOf(db: Db, scope: ProductionScope, span: DateSpan) {
  const facts = await factsOf(db, scope, span)
  return {
    days: [...facts.days],
    absences: await availabilityOf(db, scope, span),
    elsewhere: facts.elsewhere.map((day) => ({ ...day, personId: day.personId as PersonId })),
    can: { edit: scope.can('bookings.edit') },
  }
}

/** Days of the production's people here and on the office's other productions, of which only the code is told. */
export async function factsOf(db: Db, scope: ProductionScope, span: DateSpan = ALWAYS): Promise<BookingFacts> {
  const engaged = await people.engagementsOf(db, scope)
  const days = await store.days(
    db,
    scope,
    engaged.map(({ id }) => id),
    span,
  )
  const others = await people.engagedElsewhere(
    db,
    scope,
    engaged.flatMap(({ personId }) => personId ?? []),
  )
  const byId = new Map(others.map((other) => [other.engagementId, other]))
  const taken = await store.days(
    db,
    scope,
    others.map(({ engagementId }) => engagementId),
    span,
  )
  const codes = await productions.codesByIds(
    db,
    others.map(({ productionId }) => productionId),
  )
  return {
    people: engaged.map(({ id, personId, name, title }) => ({ engagementId: id, personId, name, title })),
    days,
    elsewhere: taken.flatMap(({ engagementId, onDate, state }) => {
      const other = byId.get(engagementId)
      return other === undefined
        ? []
        : [{ personId: other.personId, onDate, state, code: codes.get(other.productionId) ?? '' }]
    }),
  }
}

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

interface BookDays extends Write {
  readonly days: readonly { engagementId: BookedDay['engagementId']; onDate: PlainDay; state: BookingState | null }[]
}

export const bookDays = (app: App, { scope, actor, days }: BookDays): Promise<{ days: BookedDay[] }> =>
  app.transaction(async (tx) => {
    const engaged = new Map((await people.engagementsOf(tx, scope)).map((person) => [person.id as string, person]))
    for (const [index, { engagementId }] of days.entries())
      if (!engaged.has(engagementId))
        throw invalid(`/days/${index}/engagementId`, 'This person is not on the production.')
    const dates = days.map(({ onDate }) => onDate).sort()
    const span = { from: dates[0] as PlainDay, to: dates.at(-1) as PlainDay }
    const ids = [...new Set(days.map(({ engagementId }) => engagementId))]
    const before = await store.days(tx, scope, ids, span)
    await store.putDays(tx, scope, days)
    const after = await store.days(tx, scope, ids, span)
    for (const id of ids)
      await app.audit.record(tx, actor, 'bookings.days_set', {
        subject: { kind: 'engagement', id, label: engaged.get(id)?.name ?? '' },
        productionId: scope.productionId,
        before: inWords(before, id),
        after: inWords(after, id),
      })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids })
    return { days: after }
  })

const inWords = (days: readonly BookedDay[], id: string): Record<string, string> =>
  Object.fromEntries(
    days.filter((day) => day.engagementId === id).map(({ onDate, state }) => [dayText(onDate, { year: true }), state]),
  )

export const addAbsence = (app: App, { scope, actor, body }: Write & { body: NewAbsence }): Promise<Absence[]> =>
  app.transaction(async (tx) => {
    const label = await labelOf(tx, scope, body.resource)
    const length = daysBetween(body.from, body.to) + 1
    if (length > 400) throw invalid('/to', 'Enter at most 400 days at a time.')
    const items = Array.from({ length }, (_, ahead): Absence => ({
      id: app.ids.next<AvailabilityId>(),
      resource: body.resource,
      productionId: scope.productionId,
      onDate: addDays(body.from, ahead),
      from: body.fromMinute,
      until: body.untilMinute,
      kind: body.kind,
      note: body.note,
      source: body.source,
    }))
    await store.insertAbsences(tx, items, app.clock.now())
    await app.audit.record(tx, actor, 'bookings.absence_entered', {
      subject: { kind: body.resource.kind, id: body.resource.id, label },
      productionId: scope.productionId,
      after: { kind: body.kind, from: body.from, to: body.to, note: body.note },
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [body.resource.id] })
    return items
  })

/** Who or what the absence is of. @throws Invalid when it does not belong to the production */
async function labelOf(tx: Tx, scope: ProductionScope, { kind, id }: BookedResource): Promise<string> {
  if (kind === 'unit') return `${id} unit`
  const found =
    kind === 'person'
      ? (await people.engagementsOf(tx, scope)).find(({ personId }) => personId === id)
      : (await locations.all(tx, scope)).find((place) => place.id === id)
  if (found === undefined)
    throw invalid(
      '/resource/id',
      kind === 'person' ? 'This person is not on the production.' : 'This place is not on the production.',
    )
  return found.name
}

export const removeAbsence = (app: App, { scope, actor, id }: Write & { id: AvailabilityId }): Promise<null> =>
  app.transaction(async (tx) => {
    const absence = await store.findAbsence(tx, id)
    const known = absence && (await isOurs(tx, scope, absence))
    if (absence === undefined || !known) throw new Problem(NotFound, {}, 'There is no such absence here.')
    await store.deleteAbsence(tx, id)
    await app.audit.record(tx, actor, 'bookings.absence_removed', {
      subject: { kind: absence.resource.kind, id: absence.resource.id },
      productionId: scope.productionId,
      before: { kind: absence.kind, onDate: absence.onDate, note: absence.note },
      after: {},
    })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [absence.resource.id] })
    return null
  })

/** What another production entered is seen here but taken back there. */
const isOurs = async (tx: Tx, scope: ProductionScope, absence: Absence): Promise<boolean> =>
  absence.productionId === scope.productionId ||
  (absence.productionId === null &&
    absence.resource.kind === 'person' &&
    (await people.engagementsOf(tx, scope)).some(({ personId }) => personId === absence.resource.id))

export const absencesOfPerson = (db: Db, scope: OfficeScope, personId: PersonId, span: DateSpan): Promise<Absence[]> =>
  store.absencesOfPerson(db, scope, personId, span)
