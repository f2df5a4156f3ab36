import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'
import { BookingId } from './engine.contract.ts'

/** What stands in the way of booking, before anybody presses. */
export const Gate = z.object({
  /** What the office does about `blocks`: refuses, or says so. */
  rule: z.enum(['warn', 'block']),
  blocks: z.array(z.string()),
  warns: z.array(z.string()),
})
export type Gate = z.infer<typeof Gate>

export const readGate = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/bookings/{bookingId}/papers',
  summary: 'Which required papers the person of a booking still lacks, and whether that stops it',
  access: { ability: 'bookings.read', on: 'production' },
  params: z.object({ productionId: ProductionId, bookingId: BookingId }),
  response: Gate,
})
