import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, dayText, type PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as locations from '../locations/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { BookedResource } from './booking.contract.ts'
import { AlreadyBooked, NotPossible, type Conflict } from './conflict.contract.ts'
import type { Booking, BookingDay, BookingDayId, BookingId } from './engine.contract.ts'
import * as bookables from './bookable.store.ts'
import * as store from './engine.store.ts'
import { outsideOpening, type Opening } from './opening.rules.ts'
import * as rows from './row.store.ts'
import { spansOverlap, type PlacedSpan } from './span.rules.ts'
import { wholeState } from './state.rules.ts'

export interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** Who acts, as the history names them. */
export const nameOf = (actor: Actor): string =>
  actor.kind === 'user' || actor.kind === 'system' ? actor.name : 'By their link'

/** A booking as the office sees it, with its days and what happened so far. @throws NotFound */
export async function bookingOf(db: Db, scope: ProductionScope, id: BookingId): Promise<Booking> {
  const booking = await store.find(db, scope, id)
  if (booking === undefined) throw new Problem(NotFound, {}, 'There is no such booking on this production.')
  const days = await rows.ofBookings(db, [id])
  const first = days.find(({ resourceId }) => resourceId !== null)
  const { isMain: _, ...rest } = booking
  const { opening, ...booked } = await resourceOf(db, scope, first, booking.engagementId)
  return {
    ...rest,
    ...booked,
    state: wholeState(days.map(({ state }) => state)),
    days: days.map((day) => ({ ...shownDay(day), outside: opening ? outsideOpening(day, opening) : null })),
    soFar: (await store.eventsOf(db, id)).map((event) => ({ ...event, at: event.at.toString() })),
  }
}

const shownDay = ({
  id,
  onDate,
  from,
  until,
  zone,
  state,
  rank,
  isStanding,
  byHand,
  ...row
}: rows.Row): Omit<BookingDay, 'outside'> => ({
  id,
  onDate,
  from,
  until,
  zone,
  state,
  rank,
  followsSchedule: isStanding && !byHand,
  sharedReason: row.sharedReason,
  endedReason: row.endedReason,
  feePercent: row.feePercent,
})

async function resourceOf(
  db: Db,
  scope: ProductionScope,
  row: rows.Row | undefined,
  engagementId: string | null,
): Promise<{ resource: BookedResource | null; name: string; opening?: Opening }> {
  if (row?.personId) {
    const [person] = await people.byIds(db, [row.personId])
    return { resource: { kind: 'person', id: row.personId }, name: person?.name ?? '' }
  }
  if (row?.resourceId) {
    const place = (await locations.all(db, scope)).find(({ id }) => id === row.resourceId)
    if (place) return { resource: { kind: 'location', id: place.id }, name: place.name }
    const { isUnit, name, ...opening } =
      (await store.bookablesByIds(db, [row.resourceId])).get(row.resourceId) ?? UNKNOWN
    return isUnit
      ? { resource: { kind: 'unit', id: name }, name: `${name} unit` }
      : { resource: { kind: 'bookable', id: row.resourceId }, name, opening }
  }
  const engaged = (await people.engagementsOf(db, scope)).find(({ id }) => id === engagementId)
  return { resource: engaged?.personId ? { kind: 'person', id: engaged.personId } : null, name: engaged?.name ?? '' }
}

const UNKNOWN = { name: '', isUnit: true, opens: null, closes: null }

/** The booking in the version somebody saw, and its days, with their resources held. @throws NotFound, Stale */
export async function lockBooking(tx: Tx, scope: ProductionScope, id: BookingId, expected?: number) {
  await rows.lockResources(
    tx,
    (await rows.ofBookings(tx, [id])).map(({ resourceId }) => resourceId),
  )
  const booking = await store.lock(tx, scope, id)
  if (booking === undefined) throw new Problem(NotFound, {}, 'There is no such booking on this production.')
  if (expected !== undefined) demandFresh({ expected, current: booking.version }, 'this booking')
  return { booking, days: await rows.ofBookings(tx, [id]) }
}

/** The days that were named, or all of them. @throws NotPossible when one is not of this booking any more */
export function chosen(days: readonly rows.Row[], ids: readonly BookingDayId[] | undefined): rows.Row[] {
  if (ids === undefined) return [...days]
  const found = days.filter(({ id }) => ids.includes(id))
  if (found.length < new Set(ids).size)
    throw new Problem(NotPossible, {}, 'One of these days is not part of the booking any more. Look at it again.')
  return found
}

interface Claim extends PlacedSpan {
  readonly resourceId: string | null
}

/** Everybody else's live rows that overlap these spans. */
async function rivals(tx: Tx, claims: readonly Claim[], own: BookingId): Promise<rows.Row[]> {
  const dates = claims.map(({ onDate }) => onDate).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return []
  const ids = [...new Set(claims.flatMap(({ resourceId }) => resourceId ?? []))]
  const around = await rows.claimsOn(tx, ids, { from: addDays(first, -2), to: addDays(last, 2) })
  return around.filter(
    (row) =>
      row.bookingId !== own && claims.some((claim) => claim.resourceId === row.resourceId && spansOverlap(claim, row)),
  )
}

/**
 * Refuses what another job has, or holds ahead of us, and says which job that is.
 * @throws AlreadyBooked for confirmed rows of others, NotPossible for holds of other jobs that were asked earlier
 */
export async function refuseTaken(
  tx: Tx,
  claims: readonly (Claim & { rank?: number | null; askedAt?: Temporal.Instant })[],
  { own, productionId, name }: { own: BookingId; productionId: string | null; name: string },
): Promise<void> {
  const others = await rivals(tx, claims, own)
  const firm = others.filter(({ state, sharedReason }) => state === 'confirmed' && sharedReason === null)
  if (firm.length > 0) throw await alreadyBooked(tx, firm, name)
  const ahead = others.filter(
    (row) =>
      row.state === 'hold' &&
      row.productionId !== productionId &&
      claims.some(
        (claim) =>
          claim.resourceId === row.resourceId && spansOverlap(claim, row) && (row.rank ?? 0) < (claim.rank ?? Infinity),
      ),
  )
  if (ahead.length === 0) return
  const [conflict] = await conflictsOf(tx, ahead)
  throw new Problem(
    NotPossible,
    {},
    `${conflict?.code} holds ${name} ahead of you on ${dayText(conflict!.onDate)}. Challenge that hold, or have it released first.`,
  )
}

async function conflictsOf(db: Db, taken: readonly rows.Row[]): Promise<Conflict[]> {
  const codes = await productions.codesByIds(
    db,
    taken.flatMap(({ productionId }) => productionId ?? []),
  )
  return taken.map(({ onDate, productionId, holder }) => ({ onDate, code: codes.get(productionId ?? '') ?? holder }))
}

async function alreadyBooked(db: Db, taken: readonly rows.Row[], name: string) {
  const conflicts = await conflictsOf(db, taken)
  const shown = conflicts.slice(0, 3).map(({ code, onDate }) => `${code} on ${dayText(onDate)}`)
  const more = conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : ''
  return new Problem(
    AlreadyBooked,
    { conflicts },
    `${name} is booked: ${shown.join(', ')}${more}. Release or shorten that first, or share the day with a reason.`,
  )
}

const exclusionViolation = '23P01'

/** Should the database refuse what the rules let pass, it is still the same answer. */
export async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: string }).code !== exclusionViolation) throw error
    throw new Problem(AlreadyBooked, { conflicts: [] }, 'Somebody booked this time a moment ago. Look at it again.')
  }
}

/** Who or what is to be booked, as columns of a row. @throws Invalid when there is nobody of that kind here */
export async function claimantOf(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  asked: { engagementId: string | null; personId: PersonId | null; resource: BookedResource | null },
) {
  const none = { person_id: null, location_id: null, bookable_id: null }
  if (asked.engagementId !== null) {
    const found = (await people.engagementsOf(tx, scope)).find(({ id }) => id === asked.engagementId)
    if (found === undefined) throw invalid('/engagementId', 'This person is not on the production.')
    const { personId, name, title, department } = found
    return { columns: { ...none, person_id: personId }, resourceId: personId, name, title, departmentId: department.id }
  }
  const personId = asked.personId ?? (asked.resource?.kind === 'person' ? (asked.resource.id as PersonId) : null)
  if (personId !== null) {
    const [person] = await people.byIds(tx, [personId])
    if (person === undefined) throw invalid('/personId', 'This person is not in the directory.')
    return { columns: { ...none, person_id: personId }, resourceId: personId, name: person.name }
  }
  const { kind, id } = asked.resource as BookedResource
  if (kind === 'location') {
    const place = (await locations.all(tx, scope)).find((it) => it.id === id)
    if (place === undefined) throw invalid('/resource/id', 'This place is not on the production.')
    return { columns: { ...none, location_id: place.id }, resourceId: place.id, name: place.name }
  }
  if (kind === 'bookable') {
    const thing = await bookables.find(tx, id)
    if (thing === undefined || thing.isArchived)
      throw invalid('/resource/id', 'This is not on the list of rooms and vehicles any more.')
    return {
      columns: { ...none, bookable_id: thing.id },
      resourceId: thing.id,
      name: thing.name,
      zone: thing.zone,
    }
  }
  const bookable = await store.bookableOf(tx, scope, id, { id: app.ids.next(), at: app.clock.now() })
  return { columns: { ...none, bookable_id: bookable }, resourceId: bookable, name: `${id} unit` }
}

/** Days as the record tells them: each date with its state. */
export const daysInWords = (days: readonly { onDate: PlainDay; state: string }[]): Record<string, string> =>
  Object.fromEntries(days.map(({ onDate, state }) => [dayText(onDate, { year: true }), state]))

/** The record, the history and the announcement: how every change of a booking ends. */
export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { id, verb, kind, words, before, after, label }: Settled,
): Promise<void> {
  await store.addEvents(tx, [{ id: app.ids.next(), bookingId: id, kind, words, by: nameOf(actor) }], app.clock.now())
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'booking', id, label },
    productionId: scope.productionId,
    before: before ?? {},
    after: after ?? {},
  })
  await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [id] })
}

interface Settled {
  readonly id: BookingId
  readonly verb: string
  readonly kind: string
  readonly words: string
  readonly label: string
  readonly before?: object
  readonly after?: object
}
