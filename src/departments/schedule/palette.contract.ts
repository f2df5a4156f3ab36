import { z } from 'zod'
import { Hex } from '../../kernel/colour.ts'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

/** What a board's strips are coloured in: scenes by side and light, headers by kind of day, and the strips between. */
export const StripColours = z.object({
  intDay: Hex,
  extDay: Hex,
  intNight: Hex,
  extNight: Hex,
  /** Null: dawn and dusk are coloured as day, as many boards do. */
  dawnDusk: Hex.nullable(),
  dayBreak: Hex,
  freeDay: Hex,
  holiday: Hex,
  companyMove: Hex,
})
export type StripColours = z.infer<typeof StripColours>
export type StripColour = keyof StripColours

const told = {
  name: z.string().trim().min(1, 'Give the colours a name.').max(60),
  source: z.string().trim().min(1, 'Say where these colours are from.').max(400),
  dated: PlainDay,
  colours: StripColours,
}

export const StripPalette = z.object({
  id: z.string(),
  ...told,
  /** It came with the product, and can be set back to what it was. */
  isShipped: z.boolean(),
  isArchived: z.boolean(),
  /** How many boards wear it. */
  boards: z.number().int(),
  version: z.number().int(),
})
export type StripPalette = z.infer<typeof StripPalette>

export const ColoursUnreadable = problemType(
  'strip-colours-unreadable',
  422,
  'The words on these strips could not be read',
  z.object({ weak: z.array(z.object({ colour: z.string(), ratio: z.number() })) }),
)
export const LastPalette = problemType('last-strip-colours', 409, 'These are the only strip colours left')

const params = z.object({ paletteId: z.string().max(60) })
const settings = { ability: 'office.settings', on: 'office' } as const

export const listPalettes = route({
  method: 'GET',
  path: '/v1/strip-palettes',
  summary: 'Sets of strip colours boards can wear, those put away last',
  access: { ability: 'office.read', on: 'office' },
  response: z.object({ items: z.array(StripPalette) }),
})

export const createPalette = route({
  method: 'POST',
  path: '/v1/strip-palettes',
  summary: 'Add a set of strip colours',
  access: settings,
  body: z.object(told),
  idempotencyKey: 'accepted',
  status: 201,
  response: StripPalette,
  problems: [ColoursUnreadable],
})

export const changePalette = route({
  method: 'PATCH',
  path: '/v1/strip-palettes/{paletteId}',
  summary: 'Change a set of strip colours; boards that wear it show it at once, what was published keeps its own',
  access: settings,
  params,
  body: z.object(told).partial(),
  ifMatch: 'required',
  response: StripPalette,
  problems: [NotFound, Stale, ColoursUnreadable],
})

export const archivePalette = route({
  method: 'POST',
  path: '/v1/strip-palettes/{paletteId}/archive',
  summary: 'Put a set of strip colours away, or take it out again; boards that wear it keep it',
  access: settings,
  params,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: StripPalette,
  problems: [NotFound, Stale, LastPalette],
})
