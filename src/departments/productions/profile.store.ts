import { sql } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import { given } from '../../kernel/patch.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { MealPenalty, type ProfileBody, type ProfileChange } from './profile.contract.ts'
import './production.table.ts'

const columns = [
  'id',
  'name',
  'source',
  'dated',
  'daily_rest_minutes as dailyRestMinutes',
  'weekly_rest_minutes as weeklyRestMinutes',
  'minor_rest_minutes as minorRestMinutes',
  'meal_after_minutes as mealAfterMinutes',
  'meal_minutes as mealMinutes',
  'second_meal_after_minutes as secondMealAfterMinutes',
  'overtime_after_minutes as overtimeAfterMinutes',
  'second_overtime_after_minutes as secondOvertimeAfterMinutes',
  'meal_penalty as mealPenalty',
  'suits_zones as suitsZones',
  'suits_kinds as suitsKinds',
  'version',
] as const

const read = <Row extends { mealPenalty: unknown }>(row: Row) => ({
  ...row,
  mealPenalty: MealPenalty.nullable().catch(null).parse(row.mealPenalty),
})

export const all = async (db: Db, _scope: OfficeScope) =>
  (
    await db
      .selectFrom('working_time_profile')
      .select(columns)
      .where('archived_at', 'is', null)
      .orderBy('name')
      .execute()
  ).map(read)

/** Whether a production may be given this profile. */
export const isThere = async (db: Db, id: string): Promise<boolean> =>
  (await db
    .selectFrom('working_time_profile')
    .select('id')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()) !== undefined

/** The profile this production follows; `undefined` when it follows none. */
export async function ofProduction(db: Db, scope: ProductionScope) {
  const row = await db
    .selectFrom('working_time_profile')
    .select(columns)
    .where('id', '=', (eb) => eb.selectFrom('production').select('profile_id').where('id', '=', scope.productionId))
    .executeTakeFirst()
  return row && read(row)
}

/** Minutes of rest between two days of work that each production asks for; those that ask for none are absent. */
export async function dailyRestOf(db: Db, ids: readonly ProductionId[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('production')
    .innerJoin('working_time_profile as profile', 'profile.id', 'production.profile_id')
    .select(['production.id', 'profile.daily_rest_minutes as minutes'])
    .where('production.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, minutes }) => [id, minutes]))
}

export async function find(db: Db, _scope: OfficeScope, id: string) {
  const row = await db.selectFrom('working_time_profile').select(columns).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

export async function insert(tx: Tx, _scope: OfficeScope, id: string, body: ProfileBody) {
  await tx
    .insertInto('working_time_profile')
    .values({ id, archived_at: null, ...written(body) } as never)
    .execute()
}

export const update = async (tx: Tx, _scope: OfficeScope, id: string, expected: number, body: ProfileChange) =>
  (
    await tx
      .updateTable('working_time_profile')
      .set({ ...written(body), version: sql<number>`version + 1` })
      .where('id', '=', id)
      .where('version', '=', expected)
      .returning('id')
      .executeTakeFirst()
  )?.id

function written(body: ProfileChange) {
  return given({
    name: body.name,
    source: body.source,
    dated: body.dated,
    daily_rest_minutes: body.dailyRestMinutes,
    weekly_rest_minutes: body.weeklyRestMinutes,
    minor_rest_minutes: body.minorRestMinutes,
    meal_after_minutes: body.mealAfterMinutes,
    meal_minutes: body.mealMinutes,
    second_meal_after_minutes: body.secondMealAfterMinutes,
    overtime_after_minutes: body.overtimeAfterMinutes,
    second_overtime_after_minutes: body.secondOvertimeAfterMinutes,
    meal_penalty: body.mealPenalty === undefined ? undefined : JSON.stringify(body.mealPenalty),
    suits_zones: body.suitsZones,
    suits_kinds: body.suitsKinds,
  })
}
