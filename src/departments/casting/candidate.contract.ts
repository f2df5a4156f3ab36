import { z } from 'zod'
import { classed, contact, open, personal, rate } from '../../kernel/fields.ts'
import { idOf, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import { InUse, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { RoleId } from './role.contract.ts'

export const CandidateId = idOf('CastingCandidateId')
export type CandidateId = z.infer<typeof CandidateId>

export const CandidateSource = z.enum(['open_call', 'agent', 'own_talent', 'typed'])
export type CandidateSource = z.infer<typeof CandidateSource>

/** Where talent stands in a role. */
export const CandidateState = z.enum([
  'submitted',
  'viewed',
  'shortlisted',
  'auditioned',
  'callback',
  'pinned',
  'on_avail',
  'on_hold',
  'offered',
  'booked',
  'released',
  'declined',
  'conflict',
])
export type CandidateState = z.infer<typeof CandidateState>

export const Mark = z.enum(['yes', 'maybe', 'no'])
export type Mark = z.infer<typeof Mark>
export const MediaKind = z.enum(['photo', 'video', 'audio', 'paper'])
export type MediaKind = z.infer<typeof MediaKind>
export const MediaPurpose = z.enum(['submission', 'self_tape', 'session'])
export type MediaPurpose = z.infer<typeof MediaPurpose>

export const Media = z.object({
  id: z.uuid(),
  kind: MediaKind,
  purpose: MediaPurpose,
  take: z.number().int(),
  name: z.string(),
  mediaType: z.string(),
})
export type Media = z.infer<typeof Media>

export const ReviewerMark = z.object({
  userId: UserId,
  reviewer: z.string(),
  mark: Mark.nullable(),
  note: z.string(),
  markedAt: z.string(),
})
export type ReviewerMark = z.infer<typeof ReviewerMark>

export const KnownPerson = z.object({ id: PersonId, name: z.string() })
export type KnownPerson = z.infer<typeof KnownPerson>

/** Work for a competitor whose term is not over. */
export const Conflict = z.object({
  category: z.string(),
  brand: z.string(),
  /** The day after the last. */
  untilDay: z.string(),
  source: z.string(),
})
export type Conflict = z.infer<typeof Conflict>

const Paper = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(['draft', 'pending', 'executed', 'expired', 'superseded', 'declined']),
})

const short = z.string().trim().max(200)
const email = z.email('This is not an e-mail address.').max(200)

const settable = {
  name: short.min(1, 'Give a name.'),
  email: email.nullable(),
  phone: short.nullable(),
  city: short.nullable(),
  birthDate: PlainDay.nullable(),
  sizes: short.nullable(),
  rateWish: short.nullable(),
  reel: z
    .url({ protocol: /^https?$/, error: 'Give a web address that begins with https.' })
    .max(1000)
    .nullable(),
  availability: z.string().trim().max(1000),
  message: z.string().trim().max(3000),
  guardianName: short.nullable(),
  guardianEmail: email.nullable(),
  agentName: short.nullable(),
  agentEmail: email.nullable(),
  /** Requests reach the representative before the talent. */
  agentFirst: z.boolean(),
  /** The representative gets a copy of what the talent gets. */
  agentCopied: z.boolean(),
  state: CandidateState,
  choice: z.number().int().min(1).max(9).nullable(),
  /** The talent agreed to be kept past the period. */
  mayKeep: z.boolean(),
}

export const Candidate = classed('casting', {
  id: open(CandidateId),
  roleId: open(RoleId),
  number: open(z.number().int()),
  source: open(CandidateSource),
  state: open(CandidateState),
  choice: open(z.number().int().nullable()),
  personId: open(PersonId.nullable()),
  /** Who in the directory has the same e-mail address: proposed, and theirs only when somebody says so. */
  sameAddress: open(z.array(KnownPerson)),
  /** What stands against them in this role, across every production of the office. */
  conflicts: open(z.array(Conflict)),
  /** The release made out to them, once they are held. */
  release: open(Paper.nullable()),
  name: open(z.string()),
  city: open(z.string().nullable()),
  /** Whole years today; the date itself is private. */
  age: open(z.number().int().nullable()),
  isMinor: open(z.boolean()),
  reel: open(z.string().nullable()),
  availability: open(z.string()),
  agentName: open(z.string().nullable()),
  agentFirst: open(z.boolean()),
  agentCopied: open(z.boolean()),
  media: open(z.array(Media)),
  marks: open(z.array(ReviewerMark)),
  mine: open(Mark.nullable()),
  mayKeep: open(z.boolean()),
  eraseOn: open(z.string().nullable()),
  consent: open(z.number().int().nullable()),
  createdAt: open(z.string()),
  email: contact(z.string().nullable()),
  phone: contact(z.string().nullable()),
  agentEmail: contact(z.string().nullable()),
  guardianEmail: contact(z.string().nullable()),
  guardianName: personal(z.string().nullable()),
  birthDate: personal(PlainDay.nullable()),
  sizes: personal(z.string().nullable()),
  message: personal(z.string()),
  rateWish: rate(z.string().nullable()),
  version: open(z.number().int()),
})
export type Candidate = z.infer<typeof Candidate>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ candidateId: CandidateId })
const path = '/v1/productions/{productionId}/casting/candidates'
const edit = { ability: 'casting.edit', on: 'production' } as const
const read = { ability: 'casting.read', on: 'production' } as const

export const CandidateQuery = z.object({
  /** Only these. */
  ids: z.union([CandidateId, z.array(CandidateId).max(200)]).optional(),
  roleId: RoleId.optional(),
  /** `in` leaves out who was released or declined. */
  show: z.enum(['in', 'all', 'new', 'marked', 'out']).default('in'),
  mark: Mark.optional(),
  q: z.string().trim().max(120).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type CandidateQuery = z.infer<typeof CandidateQuery>

export const listCandidates = route({
  method: 'GET',
  path,
  summary: 'Talent put forward, by role and number, with media and every reviewer’s mark',
  access: read,
  params,
  query: CandidateQuery,
  response: z.object({ items: z.array(Candidate), next: z.string().nullable() }),
})

export const NewCandidates = z.object({
  roleId: RoleId,
  /** People of our own directory. */
  personIds: z.array(PersonId).max(100).default([]),
  /** Somebody typed in, as an agent names them on the phone. */
  typed: z.object(settable).partial().required({ name: true }).nullable().default(null),
  source: CandidateSource.exclude(['open_call']).default('own_talent'),
})
export type NewCandidates = z.infer<typeof NewCandidates>

export const addCandidates = route({
  method: 'POST',
  path,
  summary: 'Put people forward for a role; who is in it already stays as they are',
  access: edit,
  params,
  body: NewCandidates,
  idempotencyKey: 'accepted',
  response: z.object({ added: z.array(CandidateId), already: z.array(CandidateId) }),
  status: 201,
})

export const CandidateChange = z.object(settable).partial()
export type CandidateChange = z.infer<typeof CandidateChange>

export const changeCandidate = route({
  method: 'PATCH',
  path: `${path}/{candidateId}`,
  summary: 'Change what is known about a candidate, where they stand, or which choice they are',
  access: edit,
  params: one,
  body: CandidateChange,
  ifMatch: 'required',
  response: Candidate,
  problems: [Stale, InUse],
})

export const markCandidate = route({
  method: 'PUT',
  path: `${path}/{candidateId}/mark`,
  summary: 'Your own mark and note; others keep theirs',
  access: { ability: 'casting.assess', on: 'production' },
  params: one,
  body: z.object({ mark: Mark.nullable(), note: z.string().trim().max(2000).optional() }),
  response: Candidate,
})

export const moveCandidates = route({
  method: 'POST',
  path: `${path}/state`,
  summary: 'Say for several where they stand',
  access: edit,
  params,
  body: z.object({ ids: z.array(CandidateId).min(1).max(200), state: CandidateState }),
  repeated: 'they stand there already',
  response: z.object({ changed: z.number().int() }),
  problems: [InUse],
})

export const attachMedia = route({
  method: 'POST',
  path: `${path}/{candidateId}/media`,
  summary: 'Keep an uploaded file with a candidate: a photo, a tape, a recording; its content decides what it is',
  access: edit,
  params: one,
  body: z.object({ fileId: z.uuid(), purpose: MediaPurpose.default('submission') }),
  idempotencyKey: 'accepted',
  response: Candidate,
})

export const eraseCandidate = route({
  method: 'POST',
  path: `${path}/{candidateId}/erase`,
  summary:
    'Erase a person’s material because they asked: tapes, photos and details go now, the log of the request stays',
  access: edit,
  params: one,
  body: z.object({ reason: z.literal('asked').default('asked') }),
  ifMatch: 'required',
  response: z.object({ files: z.number().int() }),
  problems: [Stale, InUse],
})

const Erasure = z.object({
  id: z.uuid(),
  reason: z.enum(['asked', 'period_over']),
  files: z.number().int(),
  doneAt: z.string(),
})
export type Erasure = z.infer<typeof Erasure>

export const findErasure = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/erasures/find',
  summary: 'Whether somebody of this name and e-mail was erased here, and when; the log itself holds neither',
  access: edit,
  params,
  body: z.object({ name: short.min(1, 'Give the name they sent.'), email: email.nullable().default(null) }),
  repeated: 'it only looks',
  response: z.object({ items: z.array(Erasure) }),
})

export const listErasures = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/casting/erasures',
  summary: 'What was erased: when, why and how many files; whose it was cannot be told',
  access: read,
  params,
  response: z.object({ items: z.array(Erasure) }),
})

export const mediaFile = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/casting/media/{mediaId}',
  summary: 'A photo, tape or recording; answers ranges, so that it plays from anywhere',
  access: read,
  params: params.extend({ mediaId: z.uuid() }),
  produces: 'the file',
})
