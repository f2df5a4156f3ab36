import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import * as store from './absence.store.ts'
import type { DateSpan } from './absence.store.ts'
import type { Absence } from './booking.contract.ts'
import { workingState, type BookingFacts } from './booking.rules.ts'
import type { RestFacts } from './rest.rules.ts'
import * as rows from './row.store.ts'

/** Far enough that a check over all days is a check over all days. */
const ALWAYS: DateSpan = { from: '1900-01-01' as PlainDay, to: '2999-12-31' as PlainDay }

/**
 * When people of the production, its places and its units cannot work; dates both included, all dates when none are given.
 * A person's absences count wherever they were entered.
 */
export async function availabilityOf(db: Db, scope: ProductionScope, span: DateSpan = ALWAYS): Promise<Absence[]> {
  const engaged = await people.engagementsOf(db, scope)
  const places = await locations.all(db, scope)
  return store.absences(db, scope, span, {
    personIds: engaged.flatMap(({ personId }) => personId ?? []),
    locationIds: places.map(({ id }) => id),
  })
}

interface WorkingDay {
  readonly engagementId: string
  readonly onDate: PlainDay
  readonly state: 'confirmed' | 'hold'
}

/**
 * Who is booked for which of these dates. Rows decide; on a date that no counting board shoots there are none, and there
 * whoever works every shoot day counts as booked, so that a plan can be tried. Cast and background are called by the
 * scenes they are in, so they are here only on days somebody listed.
 */
export async function workingOn(db: Db, scope: ProductionScope, dates: readonly PlainDay[]): Promise<WorkingDay[]> {
  const sorted = [...dates].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  if (from === undefined || to === undefined) return []
  const byDay = Map.groupBy(
    await rows.daysOf(db, scope, { from, to }),
    ({ engagementId, onDate }) => `${engagementId} ${onDate}`,
  )
  return (await people.engagementsOf(db, scope)).flatMap(({ id, kind, works }) =>
    sorted.flatMap((onDate) => {
      const byScenes = kind === 'cast' || kind === 'background'
      const state = workingState(byScenes ? 'listed_days' : works, byDay.get(`${id} ${onDate}`) ?? [])
      return state === null ? [] : [{ engagementId: id, onDate, state }]
    }),
  )
}

/**
 * The days that people of the production are firmly booked for; dates both included. Nothing is assumed: where no counting
 * board shoots and nobody booked by hand, nobody is booked. For hours and money, which count what was agreed.
 */
export async function bookedDays(
  db: Db,
  scope: ProductionScope,
  span: DateSpan,
): Promise<{ engagementId: string; onDate: PlainDay }[]> {
  const days = await rows.daysOf(db, scope, span)
  return days.flatMap(({ engagementId, onDate, state }) =>
    engagementId !== null && state === 'confirmed' ? [{ engagementId, onDate }] : [],
  )
}

export async function bookingsOf(db: Db, scope: ProductionScope, span: DateSpan) {
  const facts = await factsOf(db, scope, span)
  return {
    days: facts.days.filter(({ byHand, state }) => byHand || state === 'planning'),
    absences: await availabilityOf(db, scope, span),
    elsewhere: facts.elsewhere.map((day) => ({ ...day, personId: day.personId as PersonId })),
    can: { edit: scope.can('bookings.edit') },
  }
}

/** Days of the production's people here and on the office's other productions, of which only the code is told. */
export async function factsOf(db: Db, scope: ProductionScope, span: DateSpan = ALWAYS): Promise<BookingFacts> {
  const engaged = await people.engagementsOf(db, scope)
  const own = await rows.daysOf(db, scope, span)
  const personIds = [...new Set(engaged.flatMap(({ personId }) => personId ?? []))]
  const others = await rows.elsewhere(db, scope, personIds, span)
  const codes = await productions.codesByIds(
    db,
    others.flatMap(({ productionId }) => productionId ?? []),
  )
  return {
    people: engaged.map(({ id, personId, name, title }) => ({ engagementId: id, personId, name, title })),
    days: own.flatMap((row) => (row.engagementId === null ? [] : [{ ...row, engagementId: row.engagementId }])),
    elsewhere: others.map((row) => ({
      ...row,
      personId: row.personId ?? '',
      code: codes.get(row.productionId ?? '') ?? row.holder,
    })),
  }
}

/** What rest is judged by: booked hours here and elsewhere, travel with hours, and the profile the production follows. */
export async function restFactsOf(db: Db, scope: ProductionScope): Promise<RestFacts> {
  const { timeZone } = await productions.get(db, scope)
  const travel = (await availabilityOf(db, scope)).filter(
    ({ kind, resource }) => kind === 'travel' && resource.kind === 'person',
  )
  return {
    ...(await factsOf(db, scope)),
    dailyRestMinutes: (await productions.profileOf(db, scope))?.dailyRestMinutes ?? null,
    travel: travel.map(({ resource, onDate, from, until }) => ({
      personId: resource.id,
      onDate,
      from,
      until,
      zone: timeZone,
    })),
  }
}
