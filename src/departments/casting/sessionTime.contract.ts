import { z } from 'zod'
import { LinkUnusable } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { SlotTaken } from './session.contract.ts'

const token = z.object({ token: z.string().max(100) })
const bearer = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const

export const slotPage = rawRoute({
  method: 'GET',
  path: '/casting/time/{token}',
  summary: 'Their own time at a casting, and the free ones to choose from',
  access: bearer,
  params: token,
  produces: 'HTML',
})

export const chooseSlot = route({
  method: 'POST',
  path: '/v1/casting-request-links/{token}/time',
  summary: 'Choose a time, wait for one, or say no; of two who choose the same, the first has it',
  access: { link: 'casting_request' },
  params: token,
  body: z.object({ answer: z.enum(['time', 'wait', 'no']), minute: z.coerce.number().int().nullable().default(null) }),
  idempotencyKey: 'accepted',
  response: z.object({ minute: z.number().int().nullable() }),
  problems: [LinkUnusable, SlotTaken],
})
