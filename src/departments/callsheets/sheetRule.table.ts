import type { ColumnType, Generated } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'
import type { EmergencyNumber } from './sheetRule.contract.ts'

/** What the office goes by with call sheets; one row. */
interface CallSheetRuleTable {
  id: Generated<number>
  reminder_after_minutes: number
  second_at: number
  phone_list_at: number
  replace_at: number
  phone_for_calls_before: number
  quiet_from: number
  quiet_until: number
  issue_by: number
  background_ready_minutes: number
  digest_hours: number[]
  link_days: number
  emergency_numbers: ColumnType<EmergencyNumber[], string, string>
  source: string
  dated: ColumnType<PlainDay, string, string>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    call_sheet_rule: CallSheetRuleTable
  }
}
