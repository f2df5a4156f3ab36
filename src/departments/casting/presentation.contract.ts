import { z } from 'zod'
import { classed, contact, open } from '../../kernel/fields.ts'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { LinkUnusable, problemType, Stale } from '../../kernel/problems.ts'
import { pageOf, rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'
import { CandidateId, Mark } from './candidate.contract.ts'
import { RoleId } from './role.contract.ts'

export const PresentationId = idOf('CastingPresentationId')
export type PresentationId = z.infer<typeof PresentationId>
export const VoiceId = idOf('CastingVoiceId')
export type VoiceId = z.infer<typeof VoiceId>

export const GroupBy = z.enum(['role', 'group', 'actor'])
export type GroupBy = z.infer<typeof GroupBy>

/** What a link may show beside name, role and media. A rate, a phone number and an address are not among them. */
export const ShownField = z.enum(['age', 'city', 'sizes', 'availability', 'agent', 'notes', 'reel', 'download'])
export type ShownField = z.infer<typeof ShownField>

const short = z.string().trim().max(200)

const Item = z.object({
  candidateId: CandidateId,
  group: short.default(''),
  note: z.string().trim().max(1000).default(''),
})

const Voice = classed('casting', {
  id: open(VoiceId),
  name: open(z.string()),
  email: contact(z.string()),
  /** The address of their own page, to hand on by other means. */
  address: contact(z.string()),
  seenAt: open(z.string().nullable()),
})

export const Pick = z.object({
  voiceId: VoiceId,
  candidateId: CandidateId,
  pick: Mark.nullable(),
  rank: z.number().int().nullable(),
  comment: z.string(),
})
export type Pick = z.infer<typeof Pick>

const Decision = z.object({
  roleId: RoleId,
  candidateId: CandidateId.nullable(),
  candidateNumber: z.number().int(),
  choice: z.number().int(),
  decidedBy: z.array(z.string()),
  decidedAt: z.string(),
})

export const Presentation = z.object({
  id: PresentationId,
  title: z.string(),
  note: z.string(),
  groupBy: GroupBy,
  fields: z.array(ShownField),
  state: z.enum(['draft', 'open', 'frozen']),
  expiresAt: z.string().nullable(),
  frozenAt: z.string().nullable(),
  items: z.array(Item),
  voices: z.array(Voice),
  picks: z.array(Pick),
  decisions: z.array(Decision),
  log: z.array(z.object({ who: z.string(), what: z.enum(['opened', 'printed', 'saved']), at: z.string() })),
  version: z.number().int(),
})
export type Presentation = z.infer<typeof Presentation>

export const WithoutMedia = problemType(
  'casting-without-media',
  409,
  'Nobody can be judged by a name',
  z.object({ names: z.array(z.string()) }),
)
export const Frozen = problemType('casting-frozen', 409, 'The decision is recorded and stands')

const params = z.object({ productionId: ProductionId })
const one = params.extend({ presentationId: PresentationId })
const path = '/v1/productions/{productionId}/casting/presentations'
const edit = { ability: 'casting.edit', on: 'production' } as const
const read = { ability: 'casting.read', on: 'production' } as const

export const PresentationQuery = z.object({
  after: PresentationId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PresentationQuery = z.infer<typeof PresentationQuery>

export const listPresentations = route({
  method: 'GET',
  path,
  summary: 'What clients were shown, the newest first, page by page, with every voice’s picks',
  access: read,
  params,
  query: PresentationQuery,
  response: pageOf(Presentation),
})

export const getPresentation = route({
  method: 'GET',
  path: `${path}/{presentationId}`,
  summary: 'One selection with every voice’s picks and what was decided',
  access: read,
  params: one,
  response: Presentation,
})

const settable = {
  title: short.min(1, 'Give the selection a title.'),
  note: z.string().trim().max(2000),
  groupBy: GroupBy,
  fields: z.array(ShownField).max(8),
  expiresAt: InstantText.nullable(),
  items: z.array(Item).max(200),
}

export const createPresentation = route({
  method: 'POST',
  path,
  summary: 'Put a selection together; only people with something to see or hear',
  access: edit,
  params,
  body: z.object(settable).partial().required({ title: true, items: true }),
  idempotencyKey: 'accepted',
  response: Presentation,
  status: 201,
  problems: [WithoutMedia],
})

export const changePresentation = route({
  method: 'PATCH',
  path: `${path}/{presentationId}`,
  summary: 'Change who and what is shown; who has the link sees it at once',
  access: edit,
  params: one,
  body: z.object(settable).partial(),
  ifMatch: 'required',
  response: Presentation,
  problems: [WithoutMedia, Frozen, Stale],
})

export const sharePresentation = route({
  method: 'POST',
  path: `${path}/{presentationId}/share`,
  summary: 'Ask people for their picks: each gets a link of their own by mail; who has one keeps it',
  access: edit,
  params: one,
  body: z.object({
    voices: z
      .array(z.object({ name: short.min(1), email: z.email('This is not an e-mail address.').max(200) }))
      .min(1)
      .max(50),
  }),
  idempotencyKey: 'accepted',
  response: Presentation,
  problems: [Frozen],
})

export const freezePresentation = route({
  method: 'POST',
  path: `${path}/{presentationId}/freeze`,
  summary: 'Record the decision with names and time; it cannot be changed afterwards, and picks are closed',
  access: edit,
  params: one,
  body: z.object({
    decidedBy: z.array(short.min(1)).min(1, 'Say who decided.').max(20),
    choices: z
      .array(z.object({ candidateId: CandidateId, choice: z.number().int().min(1).max(9) }))
      .min(1, 'Choose at least one.')
      .max(200),
  }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  response: Presentation,
  problems: [Frozen, Stale],
})

const token = z.object({ token: z.string().max(100) })
const bearer = { public: 'who holds the link needs no login; the page itself says what is wrong with a link' } as const
const access = { link: 'casting_view' } as const

export const viewPage = rawRoute({
  method: 'GET',
  path: '/casting/view/{token}',
  summary: 'A selection as one voice sees it, with their picks',
  access: bearer,
  params: token,
  produces: 'HTML',
})

export const viewMedia = rawRoute({
  method: 'GET',
  path: '/casting/view/{token}/media/{mediaId}',
  summary: 'A photo or tape of somebody in the selection; answers ranges',
  access: bearer,
  params: token.extend({ mediaId: z.uuid() }),
  query: z.object({ save: z.literal('1').optional() }),
  produces: 'the file',
})

export const logView = route({
  method: 'POST',
  path: '/v1/casting-view-links/{token}/{what}',
  summary: 'The page was looked at or printed; written into the log',
  access,
  params: token.extend({ what: z.enum(['opened', 'printed']) }),
  body: z.object({}),
  repeated: 'every look is on record',
  response: z.null(),
  problems: [LinkUnusable],
})

export const pickCandidate = route({
  method: 'POST',
  path: '/v1/casting-view-links/{token}/picks/{candidateId}',
  summary: 'One voice’s pick, rank and words on one person; said again it replaces what was said',
  access,
  params: token.extend({ candidateId: CandidateId }),
  body: z.object({
    pick: Mark.nullable().default(null),
    rank: z.coerce.number().int().min(1).max(9).nullable().default(null),
    comment: z.string().trim().max(2000).default(''),
  }),
  idempotencyKey: 'accepted',
  response: z.object({ pick: Mark.nullable(), rank: z.number().nullable(), comment: z.string() }),
  problems: [LinkUnusable, Frozen],
})
