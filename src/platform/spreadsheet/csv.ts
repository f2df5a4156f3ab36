import Papa from 'papaparse'
import type { Grid } from './grid.ts'

/** Spreadsheet programs need the mark to read UTF-8 as such. */
const byteOrderMark = '\uFEFF'

/**
 * RFC 4180 with a byte order mark. A CSV cell has no type, so text that a spreadsheet program would take for a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab or a return) is led in by an apostrophe; numbers keep their sign.
 */
export function writeCsv(grid: Grid): string {
  const fields = grid.columns.map((column) => column.title)
  const data = grid.rows.map((row) => row.map((cell) => cell ?? ''))
  return byteOrderMark + Papa.unparse({ fields, data }, { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\n]/ })
}
