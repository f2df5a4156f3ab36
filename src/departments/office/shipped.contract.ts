import { z } from 'zod'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { InstantText } from '../../kernel/time.ts'

export const ShippedSummary = z.object({
  key: z.string(),
  label: z.string(),
  /** One row of it: *layout*. */
  one: z.string(),
  /** Several: *layouts*. */
  many: z.string(),
  /** Where it is edited. */
  href: z.string(),
  rows: z.number().int(),
  /** How many of them are not as they came. */
  changed: z.number().int(),
})
export type ShippedSummary = z.infer<typeof ShippedSummary>

export const ShippedRow = z.object({
  id: z.string(),
  label: z.string(),
  isGone: z.boolean(),
  seen: z.string(),
  /** What setting it back would change; nothing where it is as it came. */
  changes: z.array(z.object({ field: z.string(), now: z.string().nullable(), shipped: z.string() })),
})
export type ShippedRow = z.infer<typeof ShippedRow>

/** One time rows were set back; what they said before is kept. */
export const ShippedReset = z.object({
  id: z.uuid(),
  at: InstantText,
  byName: z.string(),
  /** The rows as they were called before. */
  rows: z.array(z.string()),
  undoneAt: InstantText.nullable(),
  /** Nobody changed one of the rows since. */
  mayUndo: z.boolean(),
})
export type ShippedReset = z.infer<typeof ShippedReset>

const ShippedRows = z.object({
  items: z.array(ShippedRow),
  /** The last few, newest first. */
  resets: z.array(ShippedReset),
  mayReset: z.boolean(),
})

export const ShippedTaken = problemType(
  'shipped-name-taken',
  409,
  'Something else stands where this would go back to',
  z.object({ row: z.string() }),
)

const params = z.object({ list: z.string().max(60) })

export const listShipped = route({
  method: 'GET',
  path: '/v1/shipped',
  summary: 'Lists that came with the product and can be edited, and how much of each is not as it came',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(ShippedSummary) }),
})

export const readShipped = route({
  method: 'GET',
  path: '/v1/shipped/{list}',
  summary: 'The rows a list came with, and what setting each back would change',
  access: { ability: 'office.read', on: 'office' },
  params,
  response: ShippedRows,
  problems: [NotFound],
})

export const resetShipped = route({
  method: 'POST',
  path: '/v1/shipped/{list}/reset',
  summary: 'Set rows of a list back to what they came as; rows of one’s own and everything that uses them stay',
  access: { ability: 'office.settings', on: 'office' },
  params,
  body: z.object({
    rows: z
      .array(z.object({ id: z.string().max(60), seen: z.string().max(64) }))
      .min(1, 'Say which rows.')
      .max(500),
  }),
  idempotencyKey: 'accepted',
  response: ShippedRows,
  problems: [NotFound, Stale, ShippedTaken],
})

export const undoReset = route({
  method: 'POST',
  path: '/v1/shipped/{list}/resets/{resetId}/undo',
  summary: 'Bring back what rows said before they were set back, while nobody changed them since',
  access: { ability: 'office.settings', on: 'office' },
  params: params.extend({ resetId: z.uuid() }),
  idempotencyKey: 'accepted',
  response: ShippedRows,
  problems: [NotFound, Stale, ShippedTaken],
})
