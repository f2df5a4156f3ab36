import { z } from 'zod'
import { job, work } from '../../platform/jobs.ts'
import { eraseOverdue } from './erasure.actions.ts'

const retention = job('casting.retention', z.object({}), { tries: 3, timeoutSeconds: 900, every: '41 2 * * *' })

export const castingJobs = [
  work(retention, async (_, app) => {
    while ((await eraseOverdue(app)) > 0);
  }),
]
