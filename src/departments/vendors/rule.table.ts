import type { Generated } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'

/** The one row of rules of buying. */
export interface VendorRuleTable {
  one: Generated<boolean>
  invitation_reminder_days: number[]
  price_tolerance_percent: number
  source: string
  dated: PlainDay
  version: Generated<number>
  /** Of the whole list of categories, which is set in one act. */
  categories_version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    vendor_rule: VendorRuleTable
  }
}
