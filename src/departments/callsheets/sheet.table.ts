import type { ColumnType, Generated } from 'kysely'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { CallSheetView } from './callsheet.view.ts'
import type { Blocks, Overrides } from './sheet.blocks.ts'
import type { CallSheetId, CallSheetIssueId, SheetStatus } from './sheet.contract.ts'
import type { SheetFacts } from './sheet.facts.ts'

type Written<T, W> = ColumnType<T, W, W>

interface CallSheetTable {
  id: CallSheetId
  production_id: ProductionId
  on_date: PlainDay
  unit: string
  /** Empty for the plan; `Weather cover` and the like for another sheet of the same day. */
  variant: string
  status: Generated<SheetStatus>
  blocks: Written<Blocks, string>
  overrides: Written<Overrides, string>
  ready_at: Written<Temporal.Instant | null, string | null>
  ready_by: UserId | null
  ready_by_name: string | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by: UserId | null
  archived_at: Written<Temporal.Instant | null, string | null>
}

/** What went out: the facts it was made from and the sheet as everybody got it. Written once. */
interface CallSheetIssueTable {
  id: CallSheetIssueId
  call_sheet_id: CallSheetId
  production_id: ProductionId
  on_date: PlainDay
  unit: string
  number: number
  colour: string
  fill: string
  word: string
  preliminary: boolean
  facts: ColumnType<SheetFacts, string, never>
  view: ColumnType<CallSheetView, string, never>
  sha256: string
  schedule_issue_id: string | null
  board_id: string | null
  issued_at: ColumnType<Temporal.Instant, string, never>
  issued_by: UserId | null
  issued_by_name: string
}

/** With which unit somebody works on one day, where that differs from their usual one. */
interface CallSheetUnitDayTable {
  production_id: ProductionId
  engagement_id: string
  on_date: PlainDay
  unit: string
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    call_sheet: CallSheetTable
    call_sheet_issue: CallSheetIssueTable
    call_sheet_unit_day: CallSheetUnitDayTable
  }
}
