import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { Currency } from '../../kernel/money.ts'
import { Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { accountFaults } from './bank.rules.ts'

export const BankState = z.enum(['waiting', 'counted', 'refused', 'replaced'])
export const VendorBankId = idOf('VendorBankId')
export type VendorBankId = z.infer<typeof VendorBankId>

export const Account = z
  .object({
    holder: z.string().trim().max(140),
    account: z.string().trim().max(60),
    bankCode: z.string().trim().max(40).default(''),
    bankName: z.string().trim().max(120).default(''),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'A country is two letters, like DE.')
      .nullable()
      .default(null),
    currency: Currency.nullable().default(null),
  })
  .superRefine((it, context) => {
    for (const { field, words } of accountFaults(it))
      context.addIssue({ code: 'custom', path: [field], message: words })
  })
export type Account = z.infer<typeof Account>

const params = z.object({ vendorId: idOf('VendorId') })
const one = params.extend({ bankId: VendorBankId })
const saved = z.object({ id: VendorBankId, version: z.number().int() })

export const enterBank = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/bank',
  summary: 'Enter an account; it waits for a call back before it counts',
  access: { ability: 'vendors.bank', on: 'office' },
  params,
  body: Account,
  idempotencyKey: 'accepted',
  response: saved,
  status: 201,
})

export const lookAtBank = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/bank/{bankId}/look',
  summary: 'See an account in full; the look is on record with the reason',
  access: { ability: 'vendors.bank', on: 'office' },
  params: one,
  body: z.object({ reason: z.string().trim().min(1, 'Say what you need it for.').max(200) }),
  repeated: 'every look is on record',
  response: z.object({
    holder: z.string(),
    account: z.string(),
    bankCode: z.string(),
    bankName: z.string(),
    country: z.string().nullable(),
    currency: z.string().nullable(),
  }),
})

/** What stands on a tax form beside the number; null where only the number is known. */
export const TaxFormShown = z.object({
  country: z.string(),
  legalName: z.string(),
  standing: z.string(),
  address: z.string(),
  certifiedAt: z.string(),
})
export type TaxFormShown = z.infer<typeof TaxFormShown>

export const lookAtTax = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/tax/look',
  summary: 'See a tax number in full; the look is on record with the reason',
  access: { ability: 'vendors.bank', on: 'office' },
  params,
  body: z.object({ reason: z.string().trim().min(1, 'Say what you need it for.').max(200) }),
  repeated: 'every look is on record',
  response: z.object({ kind: z.string(), id: z.string(), form: TaxFormShown.nullable() }),
})

export const settleBank = route({
  method: 'POST',
  path: '/v1/vendors/{vendorId}/bank/{bankId}/settle',
  summary: 'After the call back: let an account count, or refuse it with a reason',
  access: { ability: 'vendors.bank', on: 'office' },
  params: one,
  body: z
    .object({
      counts: z.boolean(),
      calledNumber: z.string().trim().max(40).default(''),
      numberSource: z.string().trim().max(160).default(''),
      spokeWith: z.string().trim().max(120).default(''),
      reason: z.string().trim().max(500).default(''),
    })
    .superRefine(({ counts, calledNumber, spokeWith, reason }, context) => {
      const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (counts && calledNumber === '') add('calledNumber', 'Which number was called?')
      if (counts && spokeWith === '') add('spokeWith', 'Who confirmed it?')
      if (!counts && reason === '') add('reason', 'Say why it is refused.')
    }),
  ifMatch: 'required',
  response: saved,
  problems: [Stale],
})
