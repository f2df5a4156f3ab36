import { z } from 'zod'
import { job } from '../jobs.ts'

/** Bytes nobody may have any more; deleting what is gone already is as good. */
export const eraseBytes = job('uploads.erase', z.object({ keys: z.array(z.string()).max(10_000) }), {
  tries: 10,
  timeoutSeconds: 600,
})
