import { sql } from 'kysely'
import { given } from '../../kernel/patch.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { LocationChange, LocationId, SetPlace } from './location.contract.ts'
import './location.table.ts'

const columns = [
  'id',
  'number',
  'name',
  'status',
  'address',
  'latitude',
  'longitude',
  'time_zone as timeZone',
  'map_url as mapUrl',
  'gate_code as gateCode',
  'contact',
  'parking',
  'crew_parking as crewParking',
  'basecamp',
  'load_in as loadIn',
  'holding',
  'smoking',
  'toilets',
  'hospital',
  'emergency_number as emergencyNumber',
  'notes',
  'archived_at as archivedAt',
  'version',
] as const

export const all = (db: Db, scope: ProductionScope, { archived }: { archived: boolean }) =>
  db
    .selectFrom('location')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('number')
    .execute()
export type LocationRow = Awaited<ReturnType<typeof all>>[number]

export const find = (db: Db, scope: ProductionScope, id: LocationId) =>
  db
    .selectFrom('location')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()

export const lock = (tx: Tx, scope: ProductionScope, id: LocationId) =>
  tx
    .selectFrom('location')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Numbers of one production are given one at a time. */
export const lockNumbers = (tx: Tx, scope: ProductionScope) =>
  sql`select pg_advisory_xact_lock(hashtext(${`location numbers ${scope.productionId}`}))`.execute(tx)

export const numbers = async (tx: Tx, scope: ProductionScope): Promise<Map<number, LocationId>> => {
  const rows = await tx
    .selectFrom('location')
    .select(['id', 'number'])
    .where('production_id', '=', scope.productionId)
    .execute()
  return new Map(rows.map(({ id, number }) => [number, id]))
}

export const insert = (
  tx: Tx,
  scope: ProductionScope,
  row: LocationChange & { id: LocationId; name: string; number: number; at: Temporal.Instant },
) =>
  tx
    .insertInto('location')
    .values({
      ...written(row),
      id: row.id,
      production_id: scope.productionId,
      created_at: row.at.toString(),
      archived_at: null,
    } as never)
    .execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, scope: ProductionScope, id: LocationId, expected: number, change: LocationChange) =>
  tx
    .updateTable('location')
    .set({ ...written(change), version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

export const setArchived = (tx: Tx, scope: ProductionScope, id: LocationId, at: Temporal.Instant | null) =>
  tx
    .updateTable('location')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

function written(change: LocationChange) {
  return given({
    number: change.number,
    name: change.name,
    status: change.status,
    address: change.address,
    latitude: change.latitude,
    longitude: change.longitude,
    time_zone: change.timeZone,
    map_url: change.mapUrl,
    gate_code: change.gateCode,
    contact: json(change.contact),
    parking: change.parking,
    crew_parking: change.crewParking,
    basecamp: change.basecamp,
    load_in: change.loadIn,
    holding: change.holding,
    smoking: change.smoking,
    toilets: change.toilets,
    hospital: json(change.hospital),
    emergency_number: change.emergencyNumber,
    notes: change.notes,
  })
}

const json = (value: object | null | undefined) =>
  value === undefined || value === null ? value : JSON.stringify(value)

export const sets = (db: Db, scope: ProductionScope): Promise<SetPlace[]> =>
  db
    .selectFrom('set_location')
    .select(['set_name as setName', 'location_id as locationId'])
    .where('production_id', '=', scope.productionId)
    .orderBy('set_name')
    .execute()

export async function putSets(tx: Tx, scope: ProductionScope, places: readonly SetPlace[]): Promise<void> {
  const names = places.map(({ setName }) => setName)
  await tx
    .deleteFrom('set_location')
    .where('production_id', '=', scope.productionId)
    .where('set_name', 'in', names)
    .execute()
  const placed = places.flatMap(({ setName, locationId }) =>
    locationId === null ? [] : [{ production_id: scope.productionId, set_name: setName, location_id: locationId }],
  )
  if (placed.length > 0) await tx.insertInto('set_location').values(placed).execute()
}

/** Places whose name or address meets the words somebody types; for `Ctrl/Cmd+K`. */
export const search = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('location')
        .select(['id', 'production_id as productionId', 'number', 'name', 'address'])
        .select(sql<number>`word_similarity(${text}, name || ' ' || address)`.as('score'))
        .where('production_id', 'in', productionIds as never[])
        .where('archived_at', 'is', null)
        .where(sql<boolean>`word_similarity(${text}, name || ' ' || address) > 0.5`)
        .orderBy('score', 'desc')
        .limit(limit)
        .execute()
