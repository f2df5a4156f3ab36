import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
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
  /** The name written under the text, and the guardian’s for a minor. */
  signedName: z.string().nullable(),
  signedGuardian: z.string().nullable(),
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
  /** A tablet at the door has a link. */
  hasDoor: z.boolean(),
  waiting: z.array(z.object({ candidateId: CandidateId, name: z.string(), since: z.string() })),
  version: z.number().int(),
})
export type Session = z.infer<typeof Session>

export const SlotTaken = problemType('casting-slot-taken', 409, 'Somebody else has this time')

const params = z.object({ productionId: ProductionId })
const one = params.extend({ sessionId: SessionId })
export const sessionPath = '/v1/productions/{productionId}/casting/sessions'
const edit = { ability: 'casting.edit', on: 'production' } as const
const read = { ability: 'casting.read', on: 'production' } as const

export const SessionLine = Session.pick({
  id: true,
  roleId: true,
  kind: true,
  onDate: true,
  fromMinute: true,
  untilMinute: true,
  place: true,
}).extend({ seats: z.number().int(), taken: z.number().int(), waiting: z.number().int() })
export type SessionLine = z.infer<typeof SessionLine>

export const SessionQuery = z.object({
  /** `coming` from today on, the next first; `past` the latest first. Today is that of the place. */
  show: z.enum(['coming', 'past']).default('coming'),
  after: SessionId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SessionQuery = z.infer<typeof SessionQuery>

export const listSessions = route({
  method: 'GET',
  path: sessionPath,
  summary: 'Audition and callback days, page by page: coming ones or past ones',
  access: read,
  params,
  query: SessionQuery,
  response: z.object({ items: z.array(SessionLine), next: SessionId.nullable() }),
})

export const getSession = route({
  method: 'GET',
  path: `${sessionPath}/{sessionId}`,
  summary: 'One day with its grid, who is seen when and who waits',
  access: read,
  params: one,
  response: Session,
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
  path: sessionPath,
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
  path: `${sessionPath}/{sessionId}`,
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
  path: `${sessionPath}/{sessionId}/fill`,
  summary: 'Place everybody of the role who has no time yet: by choice and mark, minors after school',
  access: edit,
  params: one,
  repeated: 'whoever has a time keeps it',
  response: z.object({ placed: z.number().int(), left: z.number().int() }),
  problems: [SlotTaken],
})

export const placeCandidate = route({
  method: 'PUT',
  path: `${sessionPath}/{sessionId}/candidates/{candidateId}`,
  summary: 'Give somebody a time, another time, or none',
  access: edit,
  params: one.extend({ candidateId: CandidateId }),
  body: z.object({ minute: minute.nullable() }),
  response: Session,
  problems: [SlotTaken],
})

export const sendTimes = route({
  method: 'POST',
  path: `${sessionPath}/{sessionId}/send`,
  summary:
    'Write to everybody whose time they have not been told, and ask those without one to choose; the representative first',
  access: edit,
  params: one,
  idempotencyKey: 'accepted',
  response: z.object({ written: z.number().int(), unreachable: z.array(z.string()) }),
})
