import { on } from '../../platform/events.ts'
import type { Listener } from '../../platform/events.ts'
import { work } from '../../platform/jobs.ts'
import type { BoundJob } from '../../platform/jobs.ts'
import { climbLadder, printCopies, sendDigests } from './distribution.job.ts'
import { climb } from './distributionLadder.actions.ts'
import * as told from './distributionTold.actions.ts'
import { hearMail, hearReply } from './notice.actions.ts'
import { printMissing } from './noticePdf.actions.ts'

export const distributionJobs: readonly BoundJob[] = [
  work(printCopies, async ({ productionId, issueId }, app) => void (await printMissing(app, productionId, issueId))),
  work(climbLadder, async (_, app) => void (await climb(app))),
  work(sendDigests, async (_, app) => void (await told.sendDigests(app))),
]

export const distributionListeners: readonly Listener[] = [
  on('mail.changed', hearMail),
  on('mail.replied', hearReply),
  on('callsheets.answered', told.tellAtOnce),
]
