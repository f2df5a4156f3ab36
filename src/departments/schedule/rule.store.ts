import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ScheduleRules } from './rule.contract.ts'
import './schedule.table.ts'

/** What schedules go by as it is now. */
export const rulesOf = (db: Db): Promise<ScheduleRules & { version: number }> =>
  db
    .selectFrom('schedule_rule')
    .select(['minutes_per_eighth as minutesPerEighth', 'prep_minutes as prepMinutes', 'wrap_minutes as wrapMinutes'])
    .select(['target_eighths as targetEighths', 'meal_after_minutes as mealAfterMinutes', 'rest_name as restName'])
    .select(['daily_rest_minutes as dailyRestMinutes', 'weekly_rest_minutes as weeklyRestMinutes'])
    .select(['minor_rest_minutes as minorRestMinutes', 'unknown_minor_age as unknownMinorAge'])
    .select(['light_margin_minutes as lightMarginMinutes', 'source', 'dated', 'version'])
    .executeTakeFirstOrThrow()

/** Rest between two days and the time until a meal, where a production has no working-time profile. */
export async function usualHours(db: Db): Promise<Pick<ScheduleRules, 'dailyRestMinutes' | 'mealAfterMinutes'>> {
  const { dailyRestMinutes, mealAfterMinutes } = await rulesOf(db)
  return { dailyRestMinutes, mealAfterMinutes }
}

export const lockRules = (tx: Tx) =>
  tx.selectFrom('schedule_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export const putRules = (tx: Tx, rules: ScheduleRules) =>
  tx
    .updateTable('schedule_rule')
    .set({
      minutes_per_eighth: rules.minutesPerEighth,
      prep_minutes: rules.prepMinutes,
      wrap_minutes: rules.wrapMinutes,
      target_eighths: rules.targetEighths,
      meal_after_minutes: rules.mealAfterMinutes,
      rest_name: rules.restName,
      daily_rest_minutes: rules.dailyRestMinutes,
      weekly_rest_minutes: rules.weeklyRestMinutes,
      minor_rest_minutes: rules.minorRestMinutes,
      unknown_minor_age: rules.unknownMinorAge,
      light_margin_minutes: rules.lightMarginMinutes,
      source: rules.source,
      dated: rules.dated,
      version: sql<number>`version + 1`,
    })
    .execute()
