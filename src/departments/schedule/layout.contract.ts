import { z } from 'zod'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

/** What can stand on a strip. */
export const StripField = z.enum([
  'number',
  'intExt',
  'set',
  'light',
  'synopsis',
  'scriptDay',
  'cast',
  'pages',
  'location',
  'estimate',
])
export type StripField = z.infer<typeof StripField>

/** Fields from left to right, on one line or two; the height in pixels at the usual size of letters. */
export const StripShape = z.object({
  upper: z.array(StripField),
  lower: z.array(StripField),
  height: z.number().int().min(20, 'Letters need 20.').max(72, 'At most 72.'),
})
export type StripShape = z.infer<typeof StripShape>

const told = {
  name: z.string().trim().min(1, 'Give the layout a name.').max(60),
  source: z.string().trim().min(1, 'Say where this layout is from, or what it is for.').max(400),
  dated: PlainDay,
  shape: StripShape,
}

export const StripLayout = z.object({
  id: z.string(),
  ...told,
  /** It came with the product, and can be set back to what it was. */
  isShipped: z.boolean(),
  isArchived: z.boolean(),
  /** How many boards show it. */
  boards: z.number().int(),
  version: z.number().int(),
})
export type StripLayout = z.infer<typeof StripLayout>

export const LayoutUnreadable = problemType(
  'strip-layout-unreadable',
  422,
  'Strips laid out like this could not be told apart',
  z.object({ wrong: z.array(z.string()) }),
)
export const LastLayout = problemType('last-strip-layout', 409, 'This is the only strip layout left')

const params = z.object({ layoutId: z.string().max(60) })
const settings = { ability: 'office.settings', on: 'office' } as const

export const listLayouts = route({
  method: 'GET',
  path: '/v1/strip-layouts',
  summary: 'Layouts boards can show their strips in, those put away last',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(StripLayout) }),
})

export const createLayout = route({
  method: 'POST',
  path: '/v1/strip-layouts',
  summary: 'Add a strip layout',
  access: settings,
  body: z.object(told),
  idempotencyKey: 'accepted',
  status: 201,
  response: StripLayout,
  problems: [LayoutUnreadable],
})

export const changeLayout = route({
  method: 'PATCH',
  path: '/v1/strip-layouts/{layoutId}',
  summary: 'Change a strip layout; boards that show it follow at once, what was published keeps its own',
  access: settings,
  params,
  body: z.object(told).partial(),
  ifMatch: 'required',
  response: StripLayout,
  problems: [NotFound, Stale, LayoutUnreadable],
})

export const archiveLayout = route({
  method: 'POST',
  path: '/v1/strip-layouts/{layoutId}/archive',
  summary: 'Put a strip layout away, or take it out again; boards that show it keep it',
  access: settings,
  params,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: StripLayout,
  problems: [NotFound, Stale, LastLayout],
})
