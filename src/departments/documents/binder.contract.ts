import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

export const BinderId = idOf('BinderId')
export type BinderId = z.infer<typeof BinderId>

export const BinderSection = z.object({
  name: z.string(),
  papers: z.array(
    z.object({
      title: z.string(),
      /** Where it begins in the PDF; null for what is only in the folder tree. */
      page: z.number().int().nullable(),
      /** Why it is not among the pages. */
      note: z.string().nullable(),
    }),
  ),
})
export type BinderSection = z.infer<typeof BinderSection>

export const BinderGap = z.object({ section: z.string(), message: z.string() })
export type BinderGap = z.infer<typeof BinderGap>

export const Binder = z.object({
  id: BinderId,
  askedAt: InstantText,
  askedBy: z.string(),
  state: z.enum(['queued', 'building', 'ready', 'failed']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  problem: z.string().nullable(),
  contents: z.array(BinderSection),
  missing: z.array(BinderGap),
  pages: z.number().int().nullable(),
  files: z.number().int().nullable(),
  pdfBytes: z.number().nullable(),
  pdfSha256: z.string().nullable(),
  zipBytes: z.number().nullable(),
  zipSha256: z.string().nullable(),
  finishedAt: InstantText.nullable(),
})
export type Binder = z.infer<typeof Binder>

export const BinderRunning = problemType('binder-already-building', 409, 'A binder of yours is being built already')

const params = z.object({ productionId: ProductionId })
const build = { ability: 'binder.build', on: 'production' } as const
const path = '/v1/productions/{productionId}/binders'

export const lookIntoBinder = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/binder',
  summary: 'What a binder built now would hold for you, and what is missing',
  access: build,
  params,
  response: z.object({
    sections: z.array(z.object({ name: z.string(), titles: z.array(z.string()), tables: z.array(z.string()) })),
    missing: z.array(BinderGap),
  }),
})

export const listBinders = route({
  method: 'GET',
  path,
  summary: 'The binders you built, the latest first',
  access: build,
  params,
  response: z.object({ items: z.array(Binder) }),
})

export const buildBinder = route({
  method: 'POST',
  path,
  summary: 'Build the production binder from the records as they stand now',
  access: build,
  params,
  idempotencyKey: 'accepted',
  response: Binder,
  status: 202,
  problems: [BinderRunning],
})

export const binderFile = rawRoute({
  method: 'GET',
  path: `${path}/{binderId}/{form}`,
  summary: 'A built binder: one PDF, or the folder tree with tables and a manifest of hashes',
  access: build,
  params: params.extend({ binderId: BinderId, form: z.enum(['pdf', 'zip']) }),
  produces: 'application/pdf, application/zip',
})
