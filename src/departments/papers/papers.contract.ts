import { z } from 'zod'
import { classed, open } from '../../kernel/fields.ts'
import { FileId, idOf, PersonId, ProductionId } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

export const PaperId = idOf('PaperId')
export type PaperId = z.infer<typeof PaperId>
export const PaperKindId = idOf('PaperKindId')
export type PaperKindId = z.infer<typeof PaperKindId>

const Effect = z.enum(['block', 'warn'])
const Standing = z.enum(['in_order', 'expiring', 'expired', 'missing', 'asked', 'in_review', 'rejected', 'too_little'])

export const PaperKind = z.object({
  id: PaperKindId,
  name: z.string(),
  perProduction: z.boolean(),
  expires: z.boolean(),
  isInsurance: z.boolean(),
})
export type PaperKind = z.infer<typeof PaperKind>

const Coverage = z.object({
  coverage: z.string().trim().min(1).max(80),
  each: Money,
  aggregate: Money.nullable(),
  additionalInsured: z.array(z.string().trim().min(1).max(200)).max(20),
  insurer: z.string().trim().min(1).max(120).nullable().default(null),
  policyNumber: z.string().trim().min(1).max(60).nullable().default(null),
})

export const Requirement = z.object({
  /** Whom it is asked of: `vendor`, `crew` … */
  engagementKind: z.string().max(20),
  coverage: z.string().trim().min(1, 'Say which coverage.').max(80),
  each: Money,
  additionalInsured: z.string().trim().min(1).max(200).nullable(),
  source: z.string().trim().min(1, 'Say who asks for it.').max(120),
})
export type Requirement = z.infer<typeof Requirement>

const Cell = z.object({
  kindId: z.string(),
  effect: Effect.nullable(),
  standing: Standing,
  paperId: z.string().nullable(),
  expiresOn: z.string().nullable(),
  version: z.number().int().nullable(),
})

export const PaperRow = classed('crew', {
  engagementId: open(z.string()),
  personId: open(z.string().nullable()),
  companyId: open(z.string().nullable()),
  name: open(z.string()),
  position: open(z.string()),
  kind: open(z.string()),
  cells: open(z.array(Cell)),
  /** What their insurance lacks of what this production demands, in words. */
  gaps: open(z.array(z.string())),
})
export type PaperRow = z.infer<typeof PaperRow>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ paperId: PaperId })

export const PaperMatrix = z.object({
  kinds: z.array(PaperKind),
  rows: z.array(PaperRow),
  requirements: z.array(Requirement),
  /** Of what is demanded, as a whole. */
  requirementsVersion: z.number().int(),
  can: z.object({ edit: z.boolean() }),
})
export type PaperMatrix = z.infer<typeof PaperMatrix>

export const listPapers = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/papers',
  summary: 'Which papers everybody on the production owes, and how each stands',
  access: { ability: 'papers.read', on: 'production' },
  params,
  response: PaperMatrix,
})

export const Unacceptable = problemType('paper-unacceptable', 422, 'This file cannot be taken as a paper')

const onFile = {
  expiresOn: PlainDay.nullable().default(null),
  coverages: z.array(Coverage).max(20).default([]),
}

export const recordPaper = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/papers',
  summary: 'Put a paper on file that the office has in hand',
  access: { ability: 'papers.edit', on: 'production' },
  params,
  body: z.object({
    kindId: PaperKindId,
    engagementId: z.uuid(),
    fileId: FileId.nullable().default(null),
    endorsementIds: z.array(FileId).max(10).default([]),
    ...onFile,
  }),
  idempotencyKey: 'accepted',
  response: z.object({ paperId: PaperId }),
  status: 201,
  problems: [Unacceptable],
})

export const askForPapers = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/papers/ask',
  summary: 'Ask people for papers: one message each, with a link to hand them in',
  access: { ability: 'papers.edit', on: 'production' },
  params,
  body: z.object({
    asks: z
      .array(z.object({ engagementId: z.uuid(), kindId: PaperKindId }))
      .min(1)
      .max(500),
  }),
  idempotencyKey: 'accepted',
  response: z.object({ people: z.number().int(), papers: z.number().int(), unreachable: z.array(z.string()) }),
})

export const reviewPaper = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/papers/{paperId}/review',
  summary: 'Accept a paper that was handed in, or send it back with a reason',
  access: { ability: 'papers.edit', on: 'production' },
  params: one,
  body: z.object({
    accept: z.boolean(),
    reason: z.string().trim().max(500).default(''),
    ...onFile,
  }),
  ifMatch: 'required',
  response: z.object({ paperId: PaperId, version: z.number().int() }),
  problems: [Stale],
})

export const setRequirements = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/papers/insurance',
  summary: 'What insurance this production demands, and of whom',
  access: { ability: 'papers.edit', on: 'production' },
  params,
  body: z.object({ items: z.array(Requirement).max(50) }),
  ifMatch: 'required',
  response: z.object({ items: z.array(Requirement), version: z.number().int() }),
  problems: [Stale],
})

export const readPaperFile = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/papers/{paperId}/file',
  summary: 'The paper itself',
  access: { ability: 'papers.edit', on: 'production' },
  params: one,
  produces: 'application/pdf or a picture',
})

/** A kind of paper as the office keeps it, with where it is from. */
export const PaperKindRecord = PaperKind.extend({ source: z.string(), asOf: PlainDay, version: z.number().int() })
export type PaperKindRecord = z.infer<typeof PaperKindRecord>

export const listPaperRules = route({
  method: 'GET',
  path: '/v1/papers/rules',
  summary: 'Which paper is required of which kind of engagement',
  access: { ability: 'papers.rules', on: 'office' },
  response: z.object({
    kinds: z.array(PaperKindRecord),
    rules: z.array(z.object({ kindId: z.string(), engagementKind: z.string(), effect: Effect })),
  }),
})

export const setPaperRule = route({
  method: 'PUT',
  path: '/v1/papers/rules',
  summary: 'Require a paper of a kind of engagement, or no longer',
  access: { ability: 'papers.rules', on: 'office' },
  body: z.object({
    kindId: PaperKindId,
    engagementKind: z.enum(['crew', 'cast', 'client', 'agency', 'vendor', 'background']),
    effect: Effect.nullable(),
  }),
  /** Of the kind of paper: whom it is required of is a part of it. */
  ifMatch: 'required',
  response: PaperKindRecord,
  problems: [Stale],
})

const kindFields = {
  name: z.string().trim().min(1, 'Give the paper a name, such as Boat licence.').max(80),
  /** Needed anew for each production, like a deal memo; else once, like a licence. */
  perProduction: z.boolean(),
  expires: z.boolean(),
  source: z.string().trim().min(1, 'Say where it comes from.').max(300),
  asOf: PlainDay,
}

export const addPaperKind = route({
  method: 'POST',
  path: '/v1/papers/kinds',
  summary: 'Add a kind of paper that can be required, such as a licence',
  access: { ability: 'papers.rules', on: 'office' },
  body: z.object({ ...kindFields, isInsurance: z.boolean().default(false) }),
  idempotencyKey: 'accepted',
  response: PaperKindRecord,
  status: 201,
})

export const changePaperKind = route({
  method: 'PATCH',
  path: '/v1/papers/kinds/{kindId}',
  summary: 'Correct a kind of paper; papers on file stay what they are',
  access: { ability: 'papers.rules', on: 'office' },
  params: z.object({ kindId: PaperKindId }),
  body: z.object(kindFields).partial(),
  ifMatch: 'required',
  response: PaperKindRecord,
  problems: [Stale],
})

const token = z.object({ token: z.string().max(100) })

export const papersPage = rawRoute({
  method: 'GET',
  path: '/p/{token}',
  summary: 'The page on which somebody hands in the papers they were asked for',
  access: { public: 'a page for whoever holds the link; the link is checked inside and answered with a page' },
  params: token,
  produces: 'text/html',
})

export const handIn = rawRoute({
  method: 'POST',
  path: '/p/{token}',
  summary: 'Hand in one paper as a form with a file',
  access: { public: 'a page for whoever holds the link; the link is checked inside and answered with a page' },
  params: token,
  produces: 'text/html',
})

const PersonPaper = classed('people', {
  id: open(z.string()),
  kind: open(z.string()),
  productionId: open(z.string().nullable()),
  standing: open(Standing),
  expiresOn: open(z.string().nullable()),
})

export const listPersonPapers = route({
  method: 'GET',
  path: '/v1/people/{personId}/papers',
  summary: 'Papers of a person on every production',
  access: { ability: 'people.read', on: 'office' },
  params: z.object({ personId: PersonId }),
  response: z.object({ items: z.array(PersonPaper) }),
})
