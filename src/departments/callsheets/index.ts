/**
 * Makes the call sheet of a day, for the sample production; everything else about sheets is asked over HTTP.
 * @example create(app, { scope, actor, onDate: '2026-05-13', unit: 'Main unit', variant: '' })
 * @throws SheetExists when this day and unit have one of that variant
 */
export { create } from './sheetCreate.actions.ts'
