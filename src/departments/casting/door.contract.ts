import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { LinkUnusable } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { CandidateId } from './candidate.contract.ts'
import { RoleId } from './role.contract.ts'
import { Session, sessionPath, SessionId } from './session.contract.ts'

const one = z.object({ productionId: ProductionId, sessionId: SessionId })
const assess = { ability: 'casting.assess', on: 'production' } as const
const edit = { ability: 'casting.edit', on: 'production' } as const
const bearer = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const
const token = z.object({ token: z.string().max(100) })

const name = z.string().trim().min(2, 'Write your name.').max(200)

export const AtDoor = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('in'),
    name,
    /** Who agrees for a minor. */
    guardian: z.string().trim().max(200).nullable().default(null),
  }),
  z.object({ what: z.literal('out') }),
])
export type AtDoor = z.infer<typeof AtDoor>

export const signAtDoor = route({
  method: 'POST',
  path: `${sessionPath}/{sessionId}/candidates/{candidateId}/door`,
  summary: 'Somebody comes, agreeing to the text at the door by their name, or leaves',
  access: assess,
  params: one.extend({ candidateId: CandidateId }),
  body: AtDoor,
  repeated: 'who came has come',
  response: Session,
})

export const openDoor = route({
  method: 'POST',
  path: `${sessionPath}/{sessionId}/door`,
  summary: 'The address for a tablet at the door: who comes signs in there without a login, until the day is over',
  access: edit,
  params: one,
  repeated: 'the door keeps its address',
  response: z.object({ address: z.url(), session: Session }),
})

export const closeDoor = route({
  method: 'DELETE',
  path: `${sessionPath}/{sessionId}/door`,
  summary: 'Close the door: its address opens nothing any more; who has signed stays signed',
  access: edit,
  params: one,
  response: Session,
})

export const recordSession = route({
  method: 'POST',
  path: `${sessionPath}/{sessionId}/recordings`,
  summary: 'Keep an uploaded recording with everybody who is on it; a group shares one',
  access: assess,
  params: one,
  body: z.object({
    fileId: z.uuid(),
    candidateIds: z.array(CandidateId).min(1, 'Say who is on it.').max(20),
  }),
  idempotencyKey: 'accepted',
  response: Session,
})

export const sizeCards = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/casting/size-cards',
  summary:
    'Size cards as PDF, four on a page: photograph, playing age, wardrobe sizes; only what the reader may see of people',
  access: { ability: 'casting.read', on: 'production' },
  params: z.object({ productionId: ProductionId }),
  query: z.object({
    /** Everybody seen on a day, everybody of a role, or these. */
    session: SessionId.optional(),
    role: RoleId.optional(),
    candidate: z.union([CandidateId, z.array(CandidateId).max(200)]).optional(),
    /** Of a role: those after this number, where one paper does not hold all. */
    afterNumber: z.coerce.number().int().min(0).optional(),
    paper: z.enum(['a4', 'letter']).default('a4'),
  }),
  produces: 'PDF',
})

export const sessionReport = rawRoute({
  method: 'GET',
  path: `${sessionPath}/{sessionId}/report/{format}`,
  summary: 'Who was seen, in and out; the contact sheet has no private addresses',
  access: { ability: 'casting.read', on: 'production' },
  params: one.extend({ format: z.enum(['csv', 'pdf']) }),
  query: z.object({ paper: z.enum(['a4', 'letter']).default('a4') }),
  produces: 'CSV or PDF',
})

export const doorPage = rawRoute({
  method: 'GET',
  path: '/casting/door/{token}',
  summary: 'The tablet at the door: who is expected, signing in under the text, and out',
  access: bearer,
  params: token,
  produces: 'HTML',
})

export const signByLink = route({
  method: 'POST',
  path: '/v1/casting-door-links/{token}/candidates/{candidateId}',
  summary: 'Somebody signs in or out at the tablet',
  access: { link: 'casting_door' },
  params: token.extend({ candidateId: CandidateId }),
  body: AtDoor,
  idempotencyKey: 'accepted',
  response: z.object({ name: z.string(), signedInAt: z.string().nullable(), signedOutAt: z.string().nullable() }),
  problems: [LinkUnusable],
})
