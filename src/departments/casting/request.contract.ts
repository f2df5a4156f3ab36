import { z } from 'zod'
import { ProductionId, idOf } from '../../kernel/ids.ts'
import { LinkUnusable } from '../../kernel/problems.ts'
import { pageOf, rawRoute, route } from '../../kernel/route.ts'
import { PlainDay, ZoneName } from '../../kernel/time.ts'
import { CandidateId } from './candidate.contract.ts'
import { RoleId } from './role.contract.ts'

export const RequestId = idOf('CastingRequestId')
export type RequestId = z.infer<typeof RequestId>

export const RequestKind = z.enum(['self_tape', 'question'])
export type RequestKind = z.infer<typeof RequestKind>
export const RequestState = z.enum(['asked', 'answered', 'declined', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>
/** Whose turn it is: the representative’s first, where there is one. */
export const Turn = z.enum(['agent', 'talent'])
export type Turn = z.infer<typeof Turn>

export const Request = z.object({
  id: RequestId,
  candidateId: CandidateId,
  roleId: RoleId,
  name: z.string(),
  agentName: z.string().nullable(),
  kind: RequestKind,
  body: z.string(),
  turn: Turn,
  state: RequestState,
  dueAt: z.string().nullable(),
  dueZone: ZoneName,
  isLate: z.boolean(),
  answer: z.string(),
  answeredAt: z.string().nullable(),
  reminders: z.number().int(),
  nextReminderAt: z.string().nullable(),
  createdAt: z.string(),
})
export type Request = z.infer<typeof Request>

const params = z.object({ productionId: ProductionId })
const path = '/v1/productions/{productionId}/casting/requests'
const edit = { ability: 'casting.edit', on: 'production' } as const

export const listRequests = route({
  method: 'GET',
  path,
  summary: 'What talent was asked for, newest first: whose turn it is, what came back, what is late',
  access: { ability: 'casting.read', on: 'production' },
  params,
  query: z.object({
    show: z.enum(['waiting', 'answered', 'all']).default('all'),
    after: RequestId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: pageOf(Request),
})

export const NewRequest = z
  .object({
    candidateIds: z.array(CandidateId).min(1, 'Pick who is asked.').max(200),
    kind: RequestKind,
    body: z.string().trim().min(1, 'Say what you want to see or know.').max(4000),
    dueOn: PlainDay.nullable().default(null),
    dueMinute: z.number().int().min(0).max(1440).default(1080),
    /** Whose clock the deadline is on; the production’s where none is given. */
    dueZone: ZoneName.nullable().default(null),
  })
  .refine(({ kind, dueOn }) => kind !== 'self_tape' || dueOn !== null, {
    error: 'A self-tape has a day until which it counts.',
    path: ['dueOn'],
  })
export type NewRequest = z.infer<typeof NewRequest>

export const createRequests = route({
  method: 'POST',
  path,
  summary: 'Ask talent for a self-tape, or a question, by a link of their own; the representative is asked first',
  access: edit,
  params,
  body: NewRequest,
  idempotencyKey: 'accepted',
  response: z.object({ written: z.number().int(), unreachable: z.array(z.string()), already: z.array(z.string()) }),
  status: 201,
})

const several = z.object({ ids: z.array(RequestId).min(1).max(200) })

export const remindRequests = route({
  method: 'POST',
  path: `${path}/remind`,
  summary: 'Write again, now, to whoever’s turn it is',
  access: edit,
  params,
  body: several,
  idempotencyKey: 'accepted',
  response: z.object({ written: z.number().int() }),
})

export const withdrawRequests = route({
  method: 'POST',
  path: `${path}/withdraw`,
  summary: 'Take requests back; their links stop working',
  access: edit,
  params,
  body: several,
  repeated: 'what is withdrawn stays withdrawn',
  response: z.object({ withdrawn: z.number().int() }),
})

const token = z.object({ token: z.string().max(100) })
const access = { link: 'casting_request' } as const

export const requestPage = rawRoute({
  method: 'GET',
  path: '/casting/request/{token}',
  summary: 'What one person is asked for, and where they send it',
  access: { public: 'who holds the link needs no login; the page itself says what is wrong with a link' },
  params: token,
  query: z.object({ sent: z.string().optional() }),
  produces: 'HTML',
})

export const answerRequest = route({
  method: 'POST',
  path: '/v1/casting-request-links/{token}/answer',
  summary: 'Send what was asked for, say no, or, as the representative, pass it on',
  access,
  params: token,
  body: z.object({
    answer: z.enum(['send', 'no', 'pass_on']),
    text: z.string().trim().max(3000).nullable().default(null),
    fileIds: z.array(z.uuid()).max(6).default([]),
  }),
  idempotencyKey: 'accepted',
  response: z.object({ state: RequestState, turn: Turn }),
  problems: [LinkUnusable],
})

export const requestFiles = rawRoute({
  method: 'ALL',
  path: '/v1/casting-request-links/{token}/files',
  summary: 'Begin sending a self-tape (tus 1.0.0)',
  access,
  params: token,
  produces: 'the answers of the tus protocol',
})

export const requestFile = rawRoute({
  method: 'ALL',
  path: '/v1/casting-request-links/{token}/files/{uploadId}',
  summary: 'Go on sending',
  access,
  params: token.extend({ uploadId: z.string() }),
  produces: 'the answers of the tus protocol',
})
