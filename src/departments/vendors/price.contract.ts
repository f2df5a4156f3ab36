import { z } from 'zod'
import { classed, open, rate } from '../../kernel/fields.ts'
import { idOf } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { pageOf, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

const params = z.object({ vendorId: idOf('VendorId') })

export const VendorPriceId = idOf('VendorPriceId')
export type VendorPriceId = z.infer<typeof VendorPriceId>

export const VendorPrice = classed('vendors', {
  id: open(VendorPriceId),
  item: open(z.string()),
  unit: open(z.string()),
  price: rate(Money),
  pricedOn: open(PlainDay),
  source: open(z.string()),
  note: open(z.string().nullable()),
  /** Against the price before it of the same item, unit and currency, in percent. */
  changePercent: rate(z.number().nullable()),
  createdBy: open(z.string()),
  version: open(z.number().int()),
})
export type VendorPrice = z.infer<typeof VendorPrice>

export const listPrices = route({
  method: 'GET',
  path: '/v1/vendors/{vendorId}/prices',
  summary: 'What this vendor asked for things, the newest of each first',
  access: { ability: 'vendors.read', on: 'office' },
  params,
  query: z.object({
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: pageOf(VendorPrice),
})

export const NewPrice = z.object({
  item: z.string().trim().min(1, 'What does it buy?').max(160),
  unit: z.string().trim().min(1, 'Per what: day, week, piece …').max(30),
  price: Money,
  pricedOn: PlainDay,
  source: z.string().trim().min(1, 'Say where the price comes from.').max(160),
  note: z.string().trim().max(500).nullable().default(null),
})
export type NewPrice = z.infer<typeof NewPrice>

export const addPrice = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/prices',
  summary: 'Note a price: an item, its unit, the day and where it comes from',
  access: { ability: 'vendors.edit', on: 'office' },
  params,
  body: NewPrice,
  idempotencyKey: 'accepted',
  response: VendorPrice,
  status: 201,
})

export const withdrawPrice = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/prices/{priceId}/withdraw',
  summary: 'Take a wrong price out of the history, or put it back',
  access: { ability: 'vendors.edit', on: 'office' },
  params: params.extend({ priceId: VendorPriceId }),
  body: z.object({ withdrawn: z.boolean() }),
  ifMatch: 'required',
  response: z.object({ version: z.number().int() }),
  problems: [Stale],
})
