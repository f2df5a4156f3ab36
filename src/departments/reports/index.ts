/** A report with everything computed. @example read(db, { scope, report: 'one-liner', filters: {} }) */
export { read } from './report.actions.ts'

/** The bytes of a report as PDF, CSV or XLSX, with its file name; for commands and mail. */
export { print } from './print.actions.ts'
