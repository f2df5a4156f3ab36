import type { Department } from '../department.ts'
import { work } from '../jobs.ts'
import { deliverDue } from './deliver.ts'
import { deliverMail } from './mail.job.ts'
import { mailRoutes } from './mail.routes.ts'

/** The outbox: what leaves the office by mail or text message, and what became of it. */
export const mail: Department = {
  name: 'mail',
  routes: mailRoutes,
  jobs: [work(deliverMail, async (_, app) => void (await deliverDue(app)))],
}

export { dialled, queueLetters, sendLettersNow, withdrawLetters, type Letter } from './outbox.ts'
export { undoUntil } from './undo.ts'
export { forgetLetters } from './forget.ts'
export { carriersOf, type MailChanged } from './deliver.ts'
export { MailState, neverArrived, remedyFor } from './mail.rules.ts'
