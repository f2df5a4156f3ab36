import { z } from 'zod'
import { job } from '../jobs.ts'

/** Looks into the outbox and sends what is due. Several letters that leave at one moment need one look. */
export const deliverMail = job('mail.deliver', z.object({ at: z.string().optional() }), {
  tries: 3,
  timeoutSeconds: 1800,
  onceBy: ({ at }) => at ?? 'by itself',
  every: '* * * * *',
})
