import { z } from 'zod'
import { job, work } from '../../platform/jobs.ts'
import { sweepUnclaimed } from './call.actions.ts'
import { remindDue } from './request.actions.ts'
import { eraseOverdue } from './erasure.actions.ts'

const retention = job('casting.retention', z.object({}), { tries: 3, timeoutSeconds: 900, every: '41 2 * * *' })

const unclaimed = job('casting.unclaimed', z.object({}), { tries: 1, timeoutSeconds: 600, every: '47 * * * *' })

const reminders = job('casting.reminders', z.object({}), { tries: 3, timeoutSeconds: 600, every: '*/15 * * * *' })

export const castingJobs = [
  work(reminders, async (_, app) => void (await remindDue(app))),
  work(unclaimed, async (_, app) => void (await sweepUnclaimed(app))),
  work(retention, async (_, app) => {
    while ((await eraseOverdue(app)) > 0);
  }),
]
