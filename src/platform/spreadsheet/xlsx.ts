import type { Cell, Row } from 'write-excel-file/node'
import type { Grid, GridCell, GridColumn } from './grid.ts'

/** Excel refuses a file with a longer cell. */
const longestCell = 32_767
const longestSheetName = 31

/**
 * One sheet with its heading kept in view. Every text is written as a text cell, which no program evaluates, whatever
 * it begins with; so a telephone number keeps its plus.
 */
export async function writeXlsx(grid: Grid): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const heading: Row = grid.columns.map((column) => ({
    value: readable(column.title),
    type: String,
    fontWeight: 'bold' as const,
    align: column.holds === 'number' ? ('right' as const) : ('left' as const),
  }))
  const body = grid.rows.map((row): Row => grid.columns.map((column, at) => cellOf(column, row[at] ?? null)))
  const columns = grid.columns.map((column, at) => ({ width: column.width ?? widthOf(grid, at) }))
  const sheet = { sheet: sheetName(grid.name), columns, stickyRowsCount: 1 }
  return writeXlsxFile([heading, ...body], sheet, { fontFamily: 'Arial', fontSize: 10 }).toBuffer()
}

function cellOf(column: GridColumn, cell: GridCell): Cell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  const day = column.holds === 'day' ? dayOf(cell) : undefined
  if (day) return { value: day, type: Date, format: 'yyyy-mm-dd', align: 'left' }
  return { value: readable(cell), type: String, alignVertical: 'top', wrap: cell.length > 40 }
}

const dayOf = (text: string): Date | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined

/** XML has no place for most control characters, and Excel none for half a surrogate pair. */
const readable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .slice(0, longestCell)

const sheetName = (name: string): string =>
  readable(name)
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .slice(0, longestSheetName)
    .trim() || 'Sheet'

function widthOf(grid: Grid, at: number): number {
  const title = grid.columns[at]?.title.length ?? 0
  const longest = grid.rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), title)
  return Math.min(60, Math.max(6, longest + 2))
}
