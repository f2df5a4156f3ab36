import { z } from 'zod'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { LINK_DAYS } from './reminder.rules.ts'

const days = z
  .array(
    z
      .number()
      .int()
      .min(1, 'Give them a day at least.')
      .max(LINK_DAYS - 1, `The link works for ${LINK_DAYS} days.`),
  )
  .max(4, 'Four letters are enough.')
  .refine((all) => all.every((day, at) => at === 0 || day > (all[at - 1] ?? 0)), {
    error: 'Each reminder comes after the one before.',
  })

/** The office's own rules of buying, with where they come from. */
export const VendorRules = z.object({
  /** Days after an invitation that nobody answered, on each of which one letter asks again. */
  invitationReminderDays: z.array(z.number().int()),
  /** What a price may rise against the last one before it counts against a vendor, in percent. */
  priceTolerancePercent: z.number().int(),
  source: z.string(),
  dated: PlainDay,
  version: z.number().int(),
  can: z.object({ edit: z.boolean() }),
})
export type VendorRules = z.infer<typeof VendorRules>

export const readVendorRules = route({
  method: 'GET',
  path: '/v1/vendor-rules',
  summary: 'When an unanswered invitation is asked after, and what a price may rise',
  access: { ability: 'vendors.read', on: 'office' },
  response: VendorRules,
})

export const putVendorRules = route({
  method: 'PUT',
  path: '/v1/vendor-rules',
  summary: 'Set the rules of buying, and say where they come from',
  access: { ability: 'vendors.settings', on: 'office' },
  body: z.object({
    invitationReminderDays: days,
    priceTolerancePercent: z.number().int().min(0).max(100),
    source: z.string().trim().min(1, 'Say where this comes from.').max(200),
  }),
  ifMatch: 'required',
  response: VendorRules,
  problems: [Stale],
})
