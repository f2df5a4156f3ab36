import { z } from 'zod'
import { Currency } from '../../../kernel/money.ts'
import { PlainDay } from '../../../kernel/time.ts'

export const QuoteState = z.enum(['asked', 'answered', 'declined', 'expired', 'chosen', 'not_chosen'])

export const Quantity = z.number().positive('More than nothing.').max(100_000)
export const Days = z.number().positive('More than nothing.').max(1000).nullable()

/** Amounts as people type them; keyed by line, because a form sends one group of fields a line. */
export const QuoteAnswer = z
  .object({
    declines: z.boolean().default(false),
    currency: Currency.nullable().default(null),
    lines: z
      .record(
        z.uuid(),
        z.object({
          unitPrice: z.number().min(0).max(1_000_000_000).nullable().default(null),
          quantity: Quantity.nullable().default(null),
          days: Days.default(null),
          discountPercent: z.number().min(0).max(100).nullable().default(null),
          note: z.string().trim().max(300).nullable().default(null),
        }),
      )
      .default({}),
    delivery: z.number().min(0).max(1_000_000_000).nullable().default(null),
    taxPercent: z.number().min(0).max(100).nullable().default(null),
    validUntil: PlainDay.nullable().default(null),
    note: z.string().trim().max(2000).nullable().default(null),
  })
  .superRefine(({ declines, currency, lines }, context) => {
    if (declines) return
    if (currency === null) context.addIssue({ code: 'custom', path: ['currency'], message: 'In which currency?' })
    if (!Object.values(lines).some(({ unitPrice }) => unitPrice !== null))
      context.addIssue({ code: 'custom', path: ['lines'], message: 'Give a price for at least one line, or decline.' })
  })
export type QuoteAnswer = z.infer<typeof QuoteAnswer>
