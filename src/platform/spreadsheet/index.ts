export { writeCsv } from './csv.ts'
export type { Grid, GridCell, GridColumn } from './grid.ts'
export { writeXlsx } from './xlsx.ts'
