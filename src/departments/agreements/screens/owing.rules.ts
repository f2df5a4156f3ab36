import type { Agreement, Party } from '../agreement.contract.ts'
import { asksHowToPay } from '../payment.rules.ts'

export const isWaitedFor = (it: Party, { state }: Pick<Agreement, 'state'>): boolean =>
  state === 'pending' && (it.state === 'sent' || it.state === 'opened')

type Deal = Pick<Agreement, 'state' | 'asksPayment' | 'kind'>

export const isAskedHowToPay = (it: Party, { asksPayment, kind }: Deal): boolean =>
  asksHowToPay({ asks_payment: asksPayment, kind }, { ...it, person_id: it.personId })

/** Signed, and their tax form or bank details are still to come. */
export const owesPayment = (it: Party, deal: Deal): boolean =>
  (deal.state === 'pending' || deal.state === 'executed') &&
  isAskedHowToPay(it, deal) &&
  (it.taxGivenAt === null || it.bankGivenAt === null)
