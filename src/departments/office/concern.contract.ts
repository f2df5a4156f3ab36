import { z } from 'zod'
import { Concern } from '../../kernel/concern.ts'
import { ProductionId } from '../../kernel/ids.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

const ConcernAnswer = z.object({
  answer: z.enum(['accepted', 'snoozed']),
  reason: z.string(),
  until: InstantText.nullable(),
  by: z.string(),
  at: InstantText,
})

export const AnsweredConcern = Concern.extend({ answer: ConcernAnswer.nullable() })
export type AnsweredConcern = z.infer<typeof AnsweredConcern>

const Params = z.object({ productionId: ProductionId })

export const listConcerns = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/concerns',
  summary: 'Everything the office’s checks find wrong, the most pressing first',
  access: { ability: 'concerns.read', on: 'production' },
  params: Params,
  response: z.object({ items: z.array(AnsweredConcern), mayAnswer: z.boolean() }),
})

export const answerConcern = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/concerns/answer',
  summary: 'Accept a concern, or put it off, with a reason that is kept',
  access: { ability: 'concerns.answer', on: 'production' },
  params: Params,
  body: z.object({
    key: z.string().min(1).max(500),
    answer: z.enum(['accepted', 'snoozed']),
    reason: z.string().trim().min(3, 'Say why, so that the next person need not ask.').max(500),
    until: InstantText.nullable().default(null),
  }),
  response: ConcernAnswer,
})

export const withdrawAnswer = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/concerns/reopen',
  summary: 'Take back an answer: the concern counts again',
  access: { ability: 'concerns.answer', on: 'production' },
  params: Params,
  body: z.object({ key: z.string() }),
  repeated: 'the concern counts already',
  response: z.object({ reopened: z.boolean() }),
})

export const ActivityEntry = z.object({
  id: z.string(),
  at: InstantText,
  actor: z.string(),
  actorKind: z.enum(['user', 'link', 'system']),
  verb: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string().nullable() }),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type ActivityEntry = z.infer<typeof ActivityEntry>

export const listActivity = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/activity',
  summary: 'Who changed what, newest first; of one record, or of the whole production',
  access: { ability: 'activity.read', on: 'production' },
  params: Params,
  query: z.object({
    kind: z.string().optional(),
    id: z.string().optional(),
    before: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: pageOf(ActivityEntry),
})
