import { InUse, NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import {
  LocationNumberTaken,
  type Location,
  type LocationChange,
  type LocationId,
  type NewLocation,
  type SetPlace,
} from './location.contract.ts'
import * as store from './location.store.ts'

/** Places of the production by number, each with the sets of the script it serves. */
export async function all(
  db: Db,
  scope: ProductionScope,
  { archived = false }: { archived?: boolean } = {},
): Promise<Location[]> {
  const rows = await store.all(db, scope, { archived })
  const sets = await store.sets(db, scope)
  return rows.map((row) => shown(row, sets))
}

/** The place of every set that has one, by the set's name as the script writes it. */
export async function ofSets(db: Db, scope: ProductionScope): Promise<ReadonlyMap<string, LocationId>> {
  const sets = await store.sets(db, scope)
  return new Map(sets.flatMap(({ setName, locationId }) => (locationId === null ? [] : [[setName, locationId]])))
}

const shown = (row: store.LocationRow, sets: readonly SetPlace[]): Location => ({
  ...row,
  archivedAt: row.archivedAt?.toString() ?? null,
  sets: sets.filter(({ locationId }) => locationId === row.id).map(({ setName }) => setName),
})

async function get(db: Db, scope: ProductionScope, id: LocationId): Promise<Location> {
  const row = await store.find(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such location on this production.')
  return shown(row, await store.sets(db, scope))
}

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewLocation }): Promise<Location> =>
  app.transaction(async (tx) => {
    refuseHalfCoordinates(body.latitude ?? null, body.longitude ?? null)
    await store.lockNumbers(tx, scope)
    const numbers = await store.numbers(tx, scope)
    const number = body.number ?? Math.max(0, ...numbers.keys()) + 1
    refuseTaken(numbers, number, null)
    const id = app.ids.next<LocationId>()
    await store.insert(tx, scope, { ...body, id, number, at: app.clock.now() })
    return settle(app, tx, { scope, actor }, { verb: 'location.added', id, before: null })
  })

interface Change extends Write {
  readonly id: LocationId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: Change & { body: LocationChange }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    refuseHalfCoordinates(
      body.latitude === undefined ? before.latitude : body.latitude,
      body.longitude === undefined ? before.longitude : body.longitude,
    )
    if (body.number !== undefined) {
      await store.lockNumbers(tx, scope)
      refuseTaken(await store.numbers(tx, scope), body.number, id)
    }
    await store.update(tx, scope, id, expected, body)
    return settle(app, tx, { scope, actor }, { verb: 'location.changed', id, before })
  })

export const setArchived = (app: App, { scope, actor, id, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (archived && before.sets.length > 0)
      throw new Problem(
        InUse,
        { dependants: before.sets.map((label) => ({ kind: 'set', label })) },
        `${before.sets.join(', ')} ${before.sets.length === 1 ? 'is' : 'are'} shot here. Choose another place first.`,
      )
    await store.setArchived(tx, scope, id, archived ? app.clock.now() : null)
    return settle(app, tx, { scope, actor }, { verb: archived ? 'location.archived' : 'location.restored', id, before })
  })

/** Says for many sets at once where they are shot; the schedule and the call sheets follow. */
export const setPlaces = (
  app: App,
  { scope, actor, sets }: Write & { sets: readonly SetPlace[] },
): Promise<SetPlace[]> =>
  app.transaction(async (tx) => {
    const places = new Map((await store.all(tx, scope, { archived: false })).map((row) => [row.id, row]))
    for (const [index, { locationId }] of sets.entries())
      if (locationId !== null && !places.has(locationId))
        throw invalid(`/sets/${index}/locationId`, 'This place is not on this production.')
    const named = (list: readonly SetPlace[]) =>
      Object.fromEntries(
        sets.map(({ setName }) => [
          setName,
          places.get(list.find((each) => each.setName === setName)?.locationId as LocationId)?.name,
        ]),
      )
    const before = await store.sets(tx, scope)
    await store.putSets(tx, scope, sets)
    const after = await store.sets(tx, scope)
    await app.audit.record(tx, actor, 'location.sets_placed', {
      subject: { kind: 'production', id: scope.productionId, label: 'Sets and locations' },
      productionId: scope.productionId,
      before: named(before),
      after: named(after),
    })
    await app.announce(tx, { department: 'locations', productionId: scope.productionId, ids: [] })
    return after
  })

export const placesOfSets = (db: Db, scope: ProductionScope): Promise<SetPlace[]> => store.sets(db, scope)

async function lockFresh(tx: Tx, scope: ProductionScope, id: LocationId, expected: number): Promise<Location> {
  await store.lock(tx, scope, id)
  const before = await get(tx, scope, id)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, before }: { verb: string; id: LocationId; before: Location | null },
): Promise<Location> {
  const after = await get(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'location', id, label: after.name },
    productionId: scope.productionId,
    before: before && told(before, before),
    after: told(after, before ?? after),
  })
  await app.announce(tx, { department: 'locations', productionId: scope.productionId, ids: [id] })
  return after
}

/** More people read the history than may read a gate code: of that and of who opens the door only that it changed. */
const told = (now: Location, before: Location): object => ({
  ...now,
  gateCode: now.gateCode === before.gateCode ? 'as it was' : 'changed',
  contact: JSON.stringify(now.contact) === JSON.stringify(before.contact) ? 'as it was' : 'changed',
})

function refuseTaken(numbers: ReadonlyMap<number, LocationId>, number: number, own: LocationId | null): void {
  const holder = numbers.get(number)
  if (holder !== undefined && holder !== own)
    throw new Problem(LocationNumberTaken, { number }, `Location ${number} is already there. Choose another number.`)
}

function refuseHalfCoordinates(latitude: number | null, longitude: number | null): void {
  if ((latitude === null) !== (longitude === null))
    throw invalid(latitude === null ? '/latitude' : '/longitude', 'Give both latitude and longitude, or neither.')
}
