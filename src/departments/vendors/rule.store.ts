import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { VendorRuleTable } from './rule.table.ts'

export const rules = (db: Db) =>
  db
    .selectFrom('vendor_rule')
    .select(['invitation_reminder_days as invitationReminderDays', 'price_tolerance_percent as priceTolerancePercent'])
    .select(['source', 'dated', 'version'])
    .executeTakeFirstOrThrow()

/** @returns undefined when somebody else was first */
export const put = (tx: Tx, expected: number, change: Updateable<VendorRuleTable>) =>
  tx
    .updateTable('vendor_rule')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()
