import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { LinkUnusable, problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { CandidateId } from './candidate.contract.ts'
import { RoleId } from './role.contract.ts'

export const SessionId = idOf('CastingSessionId')
export type SessionId = z.infer<typeof SessionId>

const minute = z.number().int().min(0).max(1440)
const text = z.string().trim().max(4000)

const settable = {
  kind: z.enum(['audition', 'callback']),
  onDate: PlainDay,
  fromMinute: minute,
  untilMinute: minute,
  slotMinutes: z.number().int().min(3).max(240),
  perSlot: z.number().int().min(1).max(20),
  breaks: z.array(z.object({ at: minute, minutes: z.number().int().min(1).max(600) })).max(20),
  place: text,
  stream: text,
  releaseText: text,
}

export const Appointment = z.object({
  candidateId: CandidateId,
  name: z.string(),
  number: z.number().int(),
  minute: z.number().int(),
  seat: z.number().int(),
  isMinor: z.boolean(),
  inSchool: z.boolean(),
  toldAt: z.string().nullable(),
  signedInAt: z.string().nullable(),
  signedOutAt: z.string().nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const Session = z.object({
  id: SessionId,
  roleId: RoleId,
  ...settable,
  timeZone: z.string(),
  slots: z.array(z.number().int()),
  appointments: z.array(Appointment),
  waiting: z.array(z.object({ candidateId: CandidateId, name: z.string(), since: z.string() })),
  version: z.number().int(),
})
export type Session = z.infer<typeof Session>

export const SlotTaken = problemType('casting-slot-taken', 409, 'Somebody else has this time')

const params = z.object({ productionId: ProductionId })
const one = params.extend({ sessionId: SessionId })
const path = '/v1/productions/{productionId}/casting/sessions'
const edit = { ability: 'casting.edit', on: 'production' } as const
const read = { ability: 'casting.read', on: 'production' } as const

export const listSessions = route({
  method: 'GET',
  path,
  summary: 'Audition and callback days with their grid, who is seen when and who waits',
  access: read,
  params,
  response: z.object({ items: z.array(Session) }),
})

export const NewSession = z
  .object(settable)
  .partial()
  .required({ kind: true, onDate: true, fromMinute: true, untilMinute: true, slotMinutes: true })
  .extend({ roleId: RoleId })
  .refine(({ fromMinute, untilMinute }) => fromMinute < untilMinute, {
    error: 'It ends after it begins.',
    path: ['untilMinute'],
  })
export type NewSession = z.infer<typeof NewSession>

export const createSession = route({
  method: 'POST',
  path,
  summary: 'Lay out a day: from, until, minutes a slot, breaks',
  access: edit,
  params,
  body: NewSession,
  idempotencyKey: 'accepted',
  response: Session,
  status: 201,
})

export const SessionChange = z.object(settable).omit({ kind: true }).partial()
export type SessionChange = z.infer<typeof SessionChange>

export const changeSession = route({
  method: 'PATCH',
  path: `${path}/{sessionId}`,
  summary:
    'Change a day after it was laid out; nobody loses a time by it, and another day or slot length waits until the times are free',
  access: edit,
  params: one,
  body: SessionChange,
  ifMatch: 'required',
  response: Session,
  problems: [Stale],
})

export const fillSession = route({
  method: 'POST',
  path: `${path}/{sessionId}/fill`,
  summary: 'Place everybody of the role who has no time yet: by choice and mark, minors after school',
  access: edit,
  params: one,
  response: z.object({ placed: z.number().int(), left: z.number().int() }),
  problems: [SlotTaken],
})

export const placeCandidate = route({
  method: 'PUT',
  path: `${path}/{sessionId}/candidates/{candidateId}`,
  summary: 'Give somebody a time, another time, or none',
  access: edit,
  params: one.extend({ candidateId: CandidateId }),
  body: z.object({ minute: minute.nullable() }),
  response: Session,
  problems: [SlotTaken, Stale],
})

export const sendTimes = route({
  method: 'POST',
  path: `${path}/{sessionId}/send`,
  summary:
    'Write to everybody whose time they have not been told, and ask those without one to choose; the representative first',
  access: edit,
  params: one,
  idempotencyKey: 'accepted',
  response: z.object({ written: z.number().int(), unreachable: z.array(z.string()) }),
})

export const signAtDoor = route({
  method: 'POST',
  path: `${path}/{sessionId}/candidates/{candidateId}/door`,
  summary: 'Somebody comes, agreeing to the text at the door by their name, or leaves',
  access: { ability: 'casting.assess', on: 'production' },
  params: one.extend({ candidateId: CandidateId }),
  body: z.discriminatedUnion('what', [
    z.object({ what: z.literal('in'), name: z.string().trim().min(2, 'Write your name.').max(200) }),
    z.object({ what: z.literal('out') }),
  ]),
  response: Session,
})

export const sessionReport = rawRoute({
  method: 'GET',
  path: `${path}/{sessionId}/report/{format}`,
  summary: 'Who was seen, in and out; the contact sheet has no private addresses',
  access: read,
  params: one.extend({ format: z.enum(['csv', 'pdf']) }),
  query: z.object({ paper: z.enum(['a4', 'letter']).default('a4') }),
  produces: 'CSV or PDF',
})

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
