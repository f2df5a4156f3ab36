import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { ColoursUnclear, RevisionColour } from './production.contract.ts'

const list = {
  colours: z.array(RevisionColour).min(1, 'The first issue needs a colour.').max(20),
  source: z.string().trim().min(1, 'Say where this order is from.').max(400),
  dated: PlainDay,
}

/** The order revisions are printed in; the first is the first issue. */
export const RevisionColours = z.object({
  ...list,
  /** What the product came with, to go back to. */
  shipped: z.object(list),
  version: z.number().int(),
})
export type RevisionColours = z.infer<typeof RevisionColours>

export const getRevisionColours = route({
  method: 'GET',
  path: '/v1/revision-colours',
  summary: 'The order revisions are printed in, as new productions take it',
  access: { ability: 'office.read', on: 'office' },
  response: RevisionColours,
})

export const setRevisionColours = route({
  method: 'PUT',
  path: '/v1/revision-colours',
  summary: 'Change the order revisions are printed in; productions that began keep theirs',
  access: { ability: 'office.settings', on: 'office' },
  body: z.object(list),
  ifMatch: 'required',
  response: RevisionColours,
  problems: [Stale, ColoursUnclear],
})
