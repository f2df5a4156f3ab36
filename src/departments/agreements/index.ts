/** What happens to papers, for `listeners` of other departments: `on('agreements.completed', …)`. */
export type { AgreementNews } from './agreement.events.ts'
