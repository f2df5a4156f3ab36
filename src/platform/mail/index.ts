import type { Department } from '../department.ts'
import { work } from '../jobs.ts'
import { deliverDue } from './deliver.ts'
import { deliverMail } from './mail.job.ts'
import { mailRoutes } from './mail.routes.ts'

export { carriersOf } from './deliver.ts'
export type { MailChanged } from './deliver.ts'
export { remedyFor } from './mail.rules.ts'
export type { MailState } from './mail.rules.ts'
export { queueLetters, sendLettersNow, withdrawLetters } from './outbox.ts'
export type { Letter } from './outbox.ts'

/** The mail room: it belongs to the house and not to a department of a production, but brings routes and jobs like one. */
export const mail: Department = {
  name: 'mail',
  routes: mailRoutes,
  jobs: [work(deliverMail, async (_, app) => void (await deliverDue(app)))],
}
