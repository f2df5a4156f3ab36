/**
 * A table as people take it into a spreadsheet. Text stays text and numbers stay numbers: what a column holds decides
 * the type of its cells, never what the characters look like.
 */
export interface GridColumn {
  title: string
  /** `day` cells are written as `2026-05-12` and become real dates where the format has them. */
  holds: 'text' | 'number' | 'day'
  /** Characters the column is wide; guessed from its cells when absent. */
  width?: number
}

export type GridCell = string | number | null

export interface Grid {
  /** Names the sheet in the file. */
  name: string
  columns: readonly GridColumn[]
  rows: readonly (readonly GridCell[])[]
}
