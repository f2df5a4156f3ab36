import type { ColumnType } from 'kysely'

type Fixed = ColumnType<Record<string, unknown>, string, never>

interface ShippedRowTable {
  list: string
  row_id: string
  /** Every column of the row as it came. */
  row: Fixed
  /** Rows of a second table that belong to it. */
  parts: ColumnType<Record<string, unknown>[] | null, string | null, never>
  sort: number
}

/** What a row said before it was set back; null where it was gone. */
export interface ShippedState {
  row: Record<string, unknown>
  parts: Record<string, unknown>[] | null
}

export interface ResetRow {
  id: string
  label: string
  was: ShippedState | null
  /** What it said right after: undone only while that is still so. */
  seen: string
}

/** One setting back, with what it replaced. */
interface ShippedResetTable {
  id: string
  list: string
  at: ColumnType<Temporal.Instant, string, never>
  by_name: string
  rows: ColumnType<ResetRow[], string, never>
  undone_at: ColumnType<Temporal.Instant | null, string | null, string>
}

declare module './database/schema.ts' {
  interface Schema {
    shipped_row: ShippedRowTable
    shipped_reset: ShippedResetTable
  }
}
