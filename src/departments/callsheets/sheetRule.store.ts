import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Ladder, SheetRules } from './sheetRule.contract.ts'
import './sheetRule.table.ts'

/** What the office goes by with call sheets as it is now. */
export const rulesOf = (db: Db): Promise<SheetRules & { version: number }> =>
  db
    .selectFrom('call_sheet_rule')
    .select([
      'reminder_after_minutes as reminderAfterMinutes',
      'second_at as secondAt',
      'phone_list_at as phoneListAt',
      'replace_at as replaceAt',
      'phone_for_calls_before as phoneForCallsBefore',
      'quiet_from as quietFrom',
      'quiet_until as quietUntil',
      'issue_by as issueBy',
      'background_ready_minutes as backgroundReadyMinutes',
      'digest_hours as digestHours',
      'link_days as linkDays',
      'emergency_numbers as emergencyNumbers',
      'source',
      'dated',
      'version',
    ])
    .executeTakeFirstOrThrow()

export const ladderOf = (db: Db): Promise<Ladder> => rulesOf(db)

export const lockRules = (tx: Tx) =>
  tx.selectFrom('call_sheet_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export const putRules = (tx: Tx, rules: SheetRules) =>
  tx
    .updateTable('call_sheet_rule')
    .set({
      reminder_after_minutes: rules.reminderAfterMinutes,
      second_at: rules.secondAt,
      phone_list_at: rules.phoneListAt,
      replace_at: rules.replaceAt,
      phone_for_calls_before: rules.phoneForCallsBefore,
      quiet_from: rules.quietFrom,
      quiet_until: rules.quietUntil,
      issue_by: rules.issueBy,
      background_ready_minutes: rules.backgroundReadyMinutes,
      digest_hours: rules.digestHours.toSorted((a, b) => a - b),
      link_days: rules.linkDays,
      emergency_numbers: JSON.stringify(rules.emergencyNumbers),
      source: rules.source,
      dated: rules.dated,
      version: sql<number>`version + 1`,
    })
    .execute()
