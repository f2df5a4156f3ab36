import { z } from 'zod'
import { job, work } from '../jobs.ts'
import { eraseBytes } from './erase.job.ts'
import { sweepUploads } from './upload.actions.ts'

const sweep = job('uploads.sweep', z.object({}), { tries: 1, timeoutSeconds: 600, every: '17 * * * *' })

export const uploadJobs = [
  work(sweep, async (_, app) => {
    await sweepUploads(app)
  }),
  work(eraseBytes, async ({ keys }, app) => {
    for (const key of keys) await app.storage.delete(key)
  }),
]
