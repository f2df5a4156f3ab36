import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CastingRules } from './rule.contract.ts'
import './request.table.ts'
import './rule.table.ts'

/** What the office goes by in casting as it is now. */
export async function rulesOf(db: Db): Promise<CastingRules & { version: number }> {
  const rule = await db
    .selectFrom('casting_rule')
    .select(['reminder_hours as reminderHours', 'school_until_minute as schoolUntilMinute', 'door_text as doorText'])
    .select(['script_age_years as scriptAgeYears', 'talent_age_years as talentAgeYears', 'source', 'dated', 'version'])
    .executeTakeFirstOrThrow()
  const speeds = await db
    .selectFrom('casting_reading_speed')
    .select(['language', 'words_from as wordsFrom', 'words_until as wordsUntil', 'source'])
    .orderBy('language')
    .execute()
  return { ...rule, speeds }
}

export const schoolUntil = async (db: Db): Promise<number> => (await rulesOf(db)).schoolUntilMinute
export const reminderHours = async (db: Db): Promise<number[]> => (await rulesOf(db)).reminderHours

export const lockRules = (tx: Tx) =>
  tx.selectFrom('casting_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export async function putRules(tx: Tx, { speeds, ...rules }: CastingRules, id: () => string): Promise<void> {
  await tx
    .updateTable('casting_rule')
    .set({
      reminder_hours: rules.reminderHours.toSorted((a, b) => b - a),
      school_until_minute: rules.schoolUntilMinute,
      script_age_years: rules.scriptAgeYears,
      talent_age_years: rules.talentAgeYears,
      door_text: rules.doorText,
      source: rules.source,
      dated: rules.dated,
      version: sql<number>`version + 1`,
    })
    .execute()
  await tx.deleteFrom('casting_reading_speed').execute()
  if (speeds.length === 0) return
  await tx
    .insertInto('casting_reading_speed')
    .values(
      speeds.map(({ language, wordsFrom, wordsUntil, source }) => ({
        id: id(),
        language,
        words_from: wordsFrom,
        words_until: wordsUntil,
        source,
        effective_from: rules.dated,
      })),
    )
    .execute()
}

/** Everybody who still waits hears next at the first of these hours before their end that is yet to come. */
export const resetReminders = (tx: Tx, hours: readonly number[], now: Temporal.Instant) =>
  tx
    .updateTable('casting_request')
    .set({
      next_reminder_at: sql`(
        select min(due_at - make_interval(hours => step))
        from unnest(${sql.val(hours)}::int[]) as step
        where due_at - make_interval(hours => step) > ${now.toString()}::timestamptz)`,
    })
    .where('state', '=', 'asked')
    .where('due_at', 'is not', null)
    .execute()
