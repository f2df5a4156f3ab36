import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

export const VendorCategoryId = idOf('VendorCategoryId')
export type VendorCategoryId = z.infer<typeof VendorCategoryId>

const VendorCategory = z.object({
  id: VendorCategoryId,
  name: z.string(),
  source: z.string(),
  asOf: PlainDay,
  vendors: z.number().int(),
})
type VendorCategory = z.infer<typeof VendorCategory>

const VendorCategories = z.object({
  items: z.array(VendorCategory),
  /** Of the list as a whole. */
  version: z.number().int(),
  can: z.object({ edit: z.boolean() }),
})
export type VendorCategories = z.infer<typeof VendorCategories>

export const listVendorCategories = route({
  method: 'GET',
  path: '/v1/vendor-categories',
  summary: 'What vendors deliver: the office’s own list',
  access: { ability: 'vendors.read', on: 'office' },
  response: VendorCategories,
})

export const setVendorCategories = route({
  method: 'PUT',
  path: '/v1/vendor-categories',
  summary: 'Set the list of categories in its order; what is left out is archived, and vendors in it keep it',
  access: { ability: 'vendors.settings', on: 'office' },
  body: z.object({
    items: z
      .array(z.object({ id: VendorCategoryId.nullable(), name: z.string().trim().min(1).max(60) }))
      .min(1)
      .max(100)
      .refine((items) => new Set(items.map(({ name }) => name.toLowerCase())).size === items.length, {
        error: 'Two categories have the same name.',
      }),
    source: z.string().trim().min(1, 'Say where this list comes from.').max(200),
  }),
  ifMatch: 'required',
  response: VendorCategories,
  problems: [Stale],
})
