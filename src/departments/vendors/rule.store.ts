import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { VendorRuleTable } from './rule.table.ts'

export const rules = (db: Db) =>
  db
    .selectFrom('vendor_rule')
    .select(['invitation_reminder_days as invitationReminderDays', 'price_tolerance_percent as priceTolerancePercent'])
    .select(['source', 'dated', 'version'])
    .executeTakeFirstOrThrow()

/** Held until the transaction ends. */
export const lock = (tx: Tx) => tx.selectFrom('vendor_rule').select('version').forUpdate().executeTakeFirstOrThrow()

export const put = (tx: Tx, change: Updateable<VendorRuleTable>) =>
  tx
    .updateTable('vendor_rule')
    .set({ ...change, version: sql<number>`version + 1` })
    .execute()
