import { z } from 'zod'
import { problemType } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { ContactDraft } from './draft.contract.ts'
import { SINGLE_FIELDS } from './draft.rules.ts'

export const RecordKind = z.enum(['person', 'company'])
export type RecordKind = z.infer<typeof RecordKind>

/** One side of a possible duplicate, with what it takes part in. */
const Side = z.object({ id: z.uuid(), version: z.number().int(), contact: ContactDraft })

export const DuplicatePair = z.object({
  kind: RecordKind,
  score: z.number().int(),
  reasons: z.array(z.string()),
  a: Side,
  b: Side,
  /** What somebody has to choose between; where one side is empty nobody has to. */
  disagreements: z.array(z.object({ field: z.string(), word: z.string(), kept: z.string(), other: z.string() })),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

export const listDuplicates = route({
  method: 'GET',
  path: '/v1/people/duplicates',
  summary: 'Records that may be one and the same, the likeliest first',
  access: { ability: 'people.merge', on: 'office' },
  query: z.object({ kind: RecordKind.default('person'), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({ items: z.array(DuplicatePair) }),
})

export const comparePair = route({
  method: 'GET',
  path: '/v1/people/duplicates/{kind}/{keptId}/{otherId}',
  summary: 'Two records side by side, before they become one',
  access: { ability: 'people.merge', on: 'office' },
  params: z.object({ kind: RecordKind, keptId: z.uuid(), otherId: z.uuid() }),
  response: DuplicatePair,
})

export const MergeStale = problemType('merge-stale', 412, 'One of the two records changed in the meantime')
export const MergeNotUndoable = problemType('merge-not-undoable', 409, 'This merge cannot be undone any more')

const pair = { kind: RecordKind, keptId: z.uuid(), otherId: z.uuid() }

export const mergeRecords = route({
  method: 'POST',
  path: '/v1/people/merges',
  summary: 'Make one record of two; everything that named the other names this one, and it can be undone',
  access: { ability: 'people.merge', on: 'office' },
  body: z
    .object({
      ...pair,
      keptVersion: z.number().int(),
      otherVersion: z.number().int(),
      /** Whose value stands, where both have one. */
      choices: z.partialRecord(z.enum(['name', ...SINGLE_FIELDS]), z.enum(['kept', 'other'])).default({}),
    })
    .refine(({ keptId, otherId }) => keptId !== otherId, { error: 'This is one record already.', path: ['otherId'] }),
  idempotencyKey: 'accepted',
  response: z.object({ mergeId: z.uuid(), keptId: z.uuid() }),
  status: 201,
  problems: [MergeStale],
})

export const keepApart = route({
  method: 'POST',
  path: '/v1/people/duplicates/answers',
  summary: 'Say that two records are different, so that nobody is asked again',
  access: { ability: 'people.merge', on: 'office' },
  body: z.object(pair),
  idempotencyKey: 'accepted',
  response: z.object({ answerId: z.uuid() }),
  status: 201,
})

export const undoAnswer = route({
  method: 'POST',
  path: '/v1/people/merges/{mergeId}/undo',
  summary: 'Take a merge, or the word that two are different, back',
  access: { ability: 'people.merge', on: 'office' },
  params: z.object({ mergeId: z.uuid() }),
  repeated: 'it is taken back already',
  response: z.null(),
  problems: [MergeNotUndoable],
})

export const listMerges = route({
  method: 'GET',
  path: '/v1/people/merges/{keptId}',
  summary: 'What was merged into a record, by whom and when',
  access: { ability: 'people.merge', on: 'office' },
  params: z.object({ keptId: z.uuid() }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        otherId: z.uuid(),
        name: z.string(),
        by: z.string(),
        at: z.string(),
        undone: z.boolean(),
      }),
    ),
  }),
})
