/**
 * Writes the hours of one person and day; for the sample and for imports.
 * @throws Invalid for an approved day, Stale when `expected` is not the version that stands (0: nothing is entered)
 * @example await enter(app, { scope, actor, engagementId, onDate, expected: 0, body: { startMinute: 480, endMinute: 1140, mealMinutes: 60, note: '' } })
 */
export { enter } from './timesheet.actions.ts'

/** Approves days, which keeps what they pay as it is computed now; all of them or none. @throws Invalid, Stale */
export { approve } from './timesheet.actions.ts'
