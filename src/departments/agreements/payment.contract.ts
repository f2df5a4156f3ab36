import { z } from 'zod'
import { route } from '../../kernel/route.ts'
import { Ended, NotYourTurn } from './party.contract.ts'

const text = (most: number) => z.string().trim().max(most)

/** A tax form as somebody fills it in; the number is never shown again but to those who look with a reason. */
export const TaxGiven = z.object({
  country: text(2).toUpperCase(),
  legalName: text(140),
  standing: z.enum(['individual', 'company', 'other']),
  address: text(300),
  kind: text(40),
  id: text(40),
  certified: z.boolean(),
})
export type TaxGiven = z.infer<typeof TaxGiven>

export const AccountGiven = z.object({
  holder: text(140),
  account: text(60),
  bankCode: text(40).default(''),
  bankName: text(120).default(''),
  country: text(2).toUpperCase().default(''),
})
export type AccountGiven = z.infer<typeof AccountGiven>

/** Only that it came: neither number is ever sent back. */
export const PaymentStanding = z.object({ tax: z.boolean(), bank: z.boolean() })

const params = z.object({ token: z.string() })

export const giveTax = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/tax',
  summary: 'Give the tax form that belongs to a deal somebody has signed',
  access: { link: 'agreement' },
  params,
  body: TaxGiven,
  idempotencyKey: 'accepted',
  response: PaymentStanding,
  problems: [NotYourTurn, Ended],
})

export const giveAccount = route({
  method: 'POST',
  path: '/v1/agreement-links/{token}/account',
  summary: 'Say into which account somebody who signed a deal is paid; it waits for a call back',
  access: { link: 'agreement' },
  params,
  body: AccountGiven,
  idempotencyKey: 'accepted',
  response: PaymentStanding,
  problems: [NotYourTurn, Ended],
})
