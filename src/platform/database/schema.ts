/**
 * Every table of the database, by name. Departments add theirs by declaration merging in `*.table.ts`:
 *
 * @example
 * declare module '../../platform/database/schema.ts' { interface Schema { call_sheet: CallSheetTable } }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Schema {}
