import type { ColumnType, Generated } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { DayPaid } from './timesheet.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

export interface TimesheetDayTable {
  id: string
  production_id: ProductionId
  engagement_id: string
  on_date: PlainDay
  start_minute: number
  end_minute: number
  meal_minutes: number
  note: string
  entered_by: string
  by_link: boolean
  approved_by: string | null
  approved_at: Written<Temporal.Instant | null, string | null>
  pay: Written<DayPaid | null, string | null>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    timesheet_day: TimesheetDayTable
  }
}
