import { z } from 'zod'
import { FileId, idOf, ProductionId } from '../../kernel/ids.ts'
import { LinkUnusable, problemType } from '../../kernel/problems.ts'
import { pageOf, rawRoute, route } from '../../kernel/route.ts'
import { InstantText, PlainDay } from '../../kernel/time.ts'
import { RoleId } from './role.contract.ts'

export const CallId = idOf('CastingCallId')
export type CallId = z.infer<typeof CallId>

export const OpenCall = z.object({
  id: CallId,
  roleId: RoleId,
  /** The address to post; whoever has it may send. */
  address: z.url(),
  slate: z.string(),
  openUntil: InstantText.nullable(),
  closedAt: InstantText.nullable(),
  consent: z.object({ number: z.number().int(), retentionMonths: z.number().int() }),
  submissions: z.number().int(),
  version: z.number().int(),
})
export type OpenCall = z.infer<typeof OpenCall>

export const CallOpen = problemType('casting-call-open', 409, 'This role has an open call already')
export const TooManySubmissions = problemType('casting-too-many', 429, 'More arrives here than people can send')

const params = z.object({ productionId: ProductionId })
const edit = { ability: 'casting.edit', on: 'production' } as const

export const CallQuery = z.object({
  roleId: RoleId.optional(),
  after: CallId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CallQuery = z.infer<typeof CallQuery>

export const listCalls = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/casting/calls',
  summary: 'Open calls with their addresses, the newest first, page by page; of one role where it is named',
  access: edit,
  params,
  query: CallQuery,
  response: pageOf(OpenCall),
})

export const openCall = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/roles/{roleId}/call',
  summary: 'Open a role to everybody who has the address; the newest consent text stands on the form',
  access: edit,
  params: params.extend({ roleId: RoleId }),
  body: z.object({
    slate: z.string().trim().max(2000).default(''),
    /** Until the role’s deadline unless stated; null leaves it open until it is closed by hand. */
    openUntil: InstantText.nullable().optional(),
  }),
  idempotencyKey: 'accepted',
  response: OpenCall,
  status: 201,
  problems: [CallOpen],
})

export const closeCall = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/calls/{callId}/close',
  summary: 'Close a call: its address says so from now on; what came in stays',
  access: edit,
  params: params.extend({ callId: CallId }),
  repeated: 'it is closed already',
  response: OpenCall,
})

const token = z.object({ token: z.string().max(100) })
const bearer = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const
const access = { link: 'casting_call' } as const

export const callPage = rawRoute({
  method: 'GET',
  path: '/casting/{token}',
  summary: 'The open call of a role: what is wanted, and the form',
  access: bearer,
  params: token,
  query: z.object({ sent: z.string().max(20).optional() }),
  produces: 'HTML',
})

export const callFiles = rawRoute({
  method: 'ALL',
  path: '/v1/casting-call-links/{token}/files',
  summary: 'Begin sending a photo, tape or recording (tus 1.0.0)',
  access,
  params: token,
  produces: 'the answers of the tus protocol',
})

export const callFile = rawRoute({
  method: 'ALL',
  path: '/v1/casting-call-links/{token}/files/{uploadId}',
  summary: 'Go on sending',
  access,
  params: token.extend({ uploadId: z.string() }),
  produces: 'the answers of the tus protocol',
})

const line = z.string().trim().max(200)
const optional = line.nullable().default(null)

export const Submission = z.object({
  name: line.min(2, 'Give your name.'),
  email: z.email('This is not an e-mail address.').max(200),
  phone: optional,
  city: optional,
  birthDate: PlainDay.nullable().default(null),
  sizes: optional,
  reel: z
    .url({ protocol: /^https?$/, error: 'Give a web address that begins with https.' })
    .max(1000)
    .nullable()
    .default(null),
  availability: z.string().trim().max(1000).default(''),
  message: z.string().trim().max(3000).default(''),
  guardianName: optional,
  guardianEmail: z.email('This is not an e-mail address.').max(200).nullable().default(null),
  agentName: optional,
  agentEmail: z.email('This is not an e-mail address.').max(200).nullable().default(null),
  fileIds: z.array(FileId).max(12, 'Twelve files are enough.').default([]),
  consent: z.coerce.number().int(),
  agrees: z.literal(true, { error: 'We may only keep what you agree to.' }),
  /** People do not see this field; machines fill it in. */
  website: z.string().max(0).default(''),
})
export type Submission = z.infer<typeof Submission>

export const submit = route({
  method: 'POST',
  path: '/v1/casting-call-links/{token}/submissions',
  summary: 'Send yourself for the role; sending again adds to what was sent before',
  access,
  params: token,
  body: Submission,
  idempotencyKey: 'accepted',
  response: z.object({ reference: z.string(), again: z.boolean() }),
  problems: [LinkUnusable, TooManySubmissions],
})

export const CastingAsset = z.enum(['casting.js', 'casting.css'])
export const castingAsset = rawRoute({
  method: 'GET',
  path: '/casting/assets/{name}',
  summary: 'Script and style of casting’s pages for people outside',
  access: { public: 'the same for everybody, and says nothing of anybody' },
  params: z.object({ name: CastingAsset }),
  produces: 'JavaScript, CSS',
})
