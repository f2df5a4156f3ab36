import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { RoleChange, RoleId, RoleState } from './role.contract.ts'
import './role.table.ts'

const columns = [
  'id',
  'element_id as elementId',
  'name',
  'kind',
  'state',
  'breakdown',
  'age_from as ageFrom',
  'age_until as ageUntil',
  'gender',
  'look',
  'skills',
  'languages',
  'sizes',
  'union_terms as unionTerms',
  'rate',
  'usage_media as usageMedia',
  'usage_territory as usageTerritory',
  'usage_months as usageMonths',
  'category',
  'brand',
  'exclusive_months as exclusiveMonths',
  'shoot_days as shootDays',
  'callback_days as callbackDays',
  'fitting_on as fittingOn',
  'place',
  'sides_file_id as sidesFileId',
  'is_confidential as isConfidential',
  'deadline_on as deadlineOn',
  'deadline_minute as deadlineMinute',
  'deadline_zone as deadlineZone',
  'spoken_text as spokenText',
  'spot_seconds as spotSeconds',
  'version',
  'archived_at as archivedAt',
] as const

export const all = (db: Db, scope: ProductionScope, { archived = false }: { archived?: boolean } = {}) =>
  db
    .selectFrom('casting_role')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
export type RoleRow = Awaited<ReturnType<typeof all>>[number]

export const byIds = (db: Db, scope: ProductionScope, ids: readonly RoleId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_role')
        .select(columns)
        .where('production_id', '=', scope.productionId)
        .where('id', 'in', [...ids])
        .orderBy('created_at')
        .execute()

/** Locks the role, so that two who add to it wait for each other. */
export const lock = (tx: Tx, scope: ProductionScope, id: RoleId) =>
  tx
    .selectFrom('casting_role')
    .select(columns)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const insert = (
  tx: Tx,
  scope: ProductionScope,
  row: RoleChange & { id: RoleId; name: string; elementId: string | null; at: Temporal.Instant },
) =>
  tx
    .insertInto('casting_role')
    .values({
      ...written(row),
      id: row.id,
      production_id: scope.productionId,
      element_id: row.elementId,
      created_at: row.at.toString(),
      archived_at: null,
    } as never)
    .onConflict((conflict) => conflict.column('element_id').where('archived_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()

export const update = (tx: Tx, scope: ProductionScope, id: RoleId, expected: number, change: RoleChange) =>
  tx
    .updateTable('casting_role')
    .set({ ...written(change), version: sql<number>`version + 1` } as never)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('version', '=', expected)
    .execute()

export const setState = (tx: Tx, scope: ProductionScope, id: RoleId, state: RoleState) =>
  tx
    .updateTable('casting_role')
    .set({ state, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .where('state', '<>', state)
    .execute()

export const setArchived = (tx: Tx, scope: ProductionScope, id: RoleId, at: Temporal.Instant | null) =>
  tx
    .updateTable('casting_role')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

const nameOf: Record<keyof RoleChange, string> = {
  name: 'name',
  kind: 'kind',
  state: 'state',
  breakdown: 'breakdown',
  ageFrom: 'age_from',
  ageUntil: 'age_until',
  gender: 'gender',
  look: 'look',
  skills: 'skills',
  languages: 'languages',
  sizes: 'sizes',
  unionTerms: 'union_terms',
  rate: 'rate',
  usageMedia: 'usage_media',
  usageTerritory: 'usage_territory',
  usageMonths: 'usage_months',
  category: 'category',
  brand: 'brand',
  exclusiveMonths: 'exclusive_months',
  shootDays: 'shoot_days',
  callbackDays: 'callback_days',
  fittingOn: 'fitting_on',
  place: 'place',
  sidesFileId: 'sides_file_id',
  isConfidential: 'is_confidential',
  deadlineOn: 'deadline_on',
  deadlineMinute: 'deadline_minute',
  deadlineZone: 'deadline_zone',
  spokenText: 'spoken_text',
  spotSeconds: 'spot_seconds',
}

const written = (change: RoleChange) =>
  Object.fromEntries(
    Object.entries(nameOf).flatMap(([field, column]) => {
      const value = change[field as keyof RoleChange]
      return value === undefined ? [] : [[column, value]]
    }),
  )
