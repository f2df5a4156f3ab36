import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { idOf } from '../../kernel/ids.ts'
import { route } from '../../kernel/route.ts'

const VendorFact = classed('vendors', {
  kind: open(z.string()),
  result: open(z.enum(['good', 'bad', 'neutral'])),
  /** May name an amount. */
  words: rate(z.string()),
  on: open(z.string()),
  href: open(z.string()),
})
type VendorFact = z.infer<typeof VendorFact>

export const VendorScore = z.object({
  /** 0 to 100; null while fewer facts count than make a verdict. */
  score: z.number().int().nullable(),
  counted: z.number().int(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      good: z.number().int(),
      bad: z.number().int(),
      points: z.number().int().nullable(),
    }),
  ),
  facts: z.array(VendorFact),
  /** What nobody in this office records yet, by name. */
  notYet: z.array(z.string()),
})
export type VendorScore = z.infer<typeof VendorScore>

export const getVendorScore = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/score',
  summary: 'The score of a vendor, and the record behind each of its points',
  access: { ability: 'vendors.read', on: 'office' },
  params: z.object({ vendorId: idOf('VendorId') }),
  response: VendorScore,
})
