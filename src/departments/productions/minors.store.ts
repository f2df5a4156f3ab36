import { sql } from 'kysely'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { MinorBody, MinorProfile, MinorRow } from './minors.contract.ts'
import './production.table.ts'

const rowColumns = [
  'from_age_months as fromAgeMonths',
  'until_age_months as untilAgeMonths',
  'on_school_day as onSchoolDay',
  'work_minutes as workMinutes',
  'on_set_minutes as onSetMinutes',
  'school_minutes as schoolMinutes',
  'rest_minutes as restMinutes',
  'earliest',
  'latest',
  'latest_before_free_day as latestBeforeFreeDay',
] as const

/** Every profile with its rows, in two questions. */
export async function all(db: Db): Promise<MinorProfile[]> {
  const profiles = await db
    .selectFrom('minor_profile')
    .select((eb) => [
      'id',
      'name',
      'source',
      'dated',
      'meal_extends_minutes as mealExtendsMinutes',
      'version',
      eb('archived_at', 'is not', null).as('isArchived'),
      eb
        .selectFrom('production')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('production.jurisdiction', '=', 'minor_profile.id')
        .where('production.archived_at', 'is', null)
        .as('productions'),
    ])
    .orderBy(sql`archived_at is not null`)
    .orderBy('name')
    .execute()
  const rows = await db
    .selectFrom('minor_hours')
    .select(['profile_id as profileId', ...rowColumns])
    .orderBy('from_age_months')
    .orderBy('on_school_day', 'desc')
    .execute()
  return profiles.map((profile) => ({
    ...profile,
    isArchived: profile.isArchived === true,
    productions: profile.productions ?? 0,
    rows: rows.filter((row) => row.profileId === profile.id).map(({ profileId: _profile, ...row }) => row),
  }))
}

/** The hours the production goes by, each row with the name of the place; empty when it goes by none. */
export const ofProduction = (
  db: Db,
  scope: ProductionScope,
): Promise<(MinorRow & { jurisdiction: string; mealExtendsMinutes: number })[]> =>
  db
    .selectFrom('minor_hours')
    .innerJoin('minor_profile', 'minor_profile.id', 'minor_hours.profile_id')
    .innerJoin('production', 'production.jurisdiction', 'minor_profile.id')
    .select([
      ...rowColumns,
      'minor_profile.name as jurisdiction',
      'minor_profile.meal_extends_minutes as mealExtendsMinutes',
    ])
    .where('production.id', '=', scope.productionId)
    .orderBy('from_age_months')
    .execute()

/** Takes turns with whoever else changes this profile. */
export const lock = (tx: Tx, _scope: OfficeScope, id: string) =>
  tx.selectFrom('minor_profile').select('version').where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = async (
  tx: Tx,
  scope: OfficeScope,
  id: string,
  { rows, mealExtendsMinutes, ...body }: MinorBody,
) => {
  await tx
    .insertInto('minor_profile')
    .values({ ...body, id, meal_extends_minutes: mealExtendsMinutes, archived_at: null })
    .execute()
  await putRows(tx, scope, id, rows)
}

export const update = async (
  tx: Tx,
  scope: OfficeScope,
  id: string,
  { rows, mealExtendsMinutes, ...body }: MinorBody,
) => {
  await tx
    .updateTable('minor_profile')
    .set({ ...body, meal_extends_minutes: mealExtendsMinutes, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  await putRows(tx, scope, id, rows)
}

async function putRows(tx: Tx, _scope: OfficeScope, id: string, rows: readonly MinorRow[]): Promise<void> {
  await tx.deleteFrom('minor_hours').where('profile_id', '=', id).execute()
  await tx
    .insertInto('minor_hours')
    .values(
      rows.map((row) => ({
        profile_id: id,
        from_age_months: row.fromAgeMonths,
        until_age_months: row.untilAgeMonths,
        on_school_day: row.onSchoolDay,
        work_minutes: row.workMinutes,
        on_set_minutes: row.onSetMinutes,
        school_minutes: row.schoolMinutes,
        rest_minutes: row.restMinutes,
        earliest: row.earliest,
        latest: row.latest,
        latest_before_free_day: row.latestBeforeFreeDay,
      })),
    )
    .execute()
}

export const setArchived = (tx: Tx, _scope: OfficeScope, id: string, at: Temporal.Instant | null) =>
  tx
    .updateTable('minor_profile')
    .set({ archived_at: at?.toString() ?? null, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
