/**
 * What stops these people from being booked: names of required papers that are not in order, by engagement.
 * @example (await missingPapers(db, scope, now)).get(engagementId)   // ['Deal memo']
 */
export { missingPapers } from './matrix.actions.ts'
