import { on } from '../../platform/events.ts'
import type { Listener } from '../../platform/events.ts'
import { work } from '../../platform/jobs.ts'
import type { BoundJob } from '../../platform/jobs.ts'
import { printCopies } from './distribution.job.ts'
import { hearMail, hearReply } from './notice.actions.ts'
import { printMissing } from './noticePdf.actions.ts'

export const distributionJobs: readonly BoundJob[] = [
  work(printCopies, async ({ productionId, issueId }, app) => void (await printMissing(app, productionId, issueId))),
]

export const distributionListeners: readonly Listener[] = [on('mail.changed', hearMail), on('mail.replied', hearReply)]
