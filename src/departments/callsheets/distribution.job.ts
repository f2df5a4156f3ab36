import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { job } from '../../platform/jobs.ts'

/** Sets every person's own copy of an issue. Copies that are there are left: a second run makes none again. */
export const printCopies = job(
  'callsheets.print_copies',
  z.object({ productionId: ProductionId, issueId: z.string() }),
  {
    tries: 5,
    timeoutSeconds: 600,
    onceBy: ({ issueId }) => issueId,
  },
)

/** Goes after those who have not answered, by the ladder of the handbook. */
export const climbLadder = job('callsheets.ladder', z.object({}), {
  tries: 1,
  timeoutSeconds: 300,
  onceBy: () => 'ladder',
  every: '*/5 * * * *',
})

/** Tells those who asked to be told once in a while. */
export const sendDigests = job('callsheets.digests', z.object({}), {
  tries: 1,
  timeoutSeconds: 300,
  onceBy: () => 'digests',
  every: '0 * * * *',
})
