import { z } from 'zod'
import { lastFour } from './bank.rules.ts'

/** What the office accepts or returns as one: an account is one thing, and so is a person to call. */
export const ProposalField = z.enum([
  'legalName',
  'address',
  'website',
  'email',
  'phone',
  'contact',
  'terms',
  'tax',
  'bank',
])
export type ProposalField = z.infer<typeof ProposalField>

export const proposalWords: Record<ProposalField, string> = {
  legalName: 'Legal name',
  address: 'Address',
  website: 'Website',
  email: 'E-mail',
  phone: 'Phone',
  contact: 'Contact',
  terms: 'Terms',
  tax: 'Tax number',
  bank: 'Account',
}

interface Filled {
  readonly legalName: string | null
  readonly address: string | null
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly contact: { name: string | null; does: string | null; email: string | null; phone: string | null }
  readonly paymentDays: number | null
  readonly currency: string | null
  readonly tax: { kind: string | null; id: string | null }
  readonly bank: {
    holder: string | null
    account: string | null
    bankCode: string | null
    bankName: string | null
    country: string | null
  }
  readonly note: string | null
}

const joined = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(', ')

/** What they propose, in words for a row of the review; an account and a tax number by their last characters. */
export function proposedText(it: Filled): Partial<Record<ProposalField, string>> {
  const all: Record<ProposalField, string> = {
    legalName: it.legalName ?? '',
    address: it.address ?? '',
    website: it.website ?? '',
    email: it.email ?? '',
    phone: it.phone ?? '',
    contact:
      it.contact.name === null ? '' : joined([it.contact.name, it.contact.does, it.contact.email, it.contact.phone]),
    terms: joined([it.paymentDays !== null && `Net ${it.paymentDays}`, it.currency]),
    tax: it.tax.id === null ? '' : `${it.tax.kind ?? ''} •••• ${lastFour(it.tax.id)}`.trim(),
    bank:
      it.bank.account === null ? '' : joined([`•••• ${lastFour(it.bank.account)}`, it.bank.holder, it.bank.bankName]),
  }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}

/** What came later stands; what is empty takes nothing back. */
export function mergedAnswers(before: Filled | null, now: Filled): Filled {
  if (before === null) return now
  const bank = now.bank.account === null ? before.bank : now.bank
  const tax = now.tax.id === null ? before.tax : now.tax
  const contact = now.contact.name === null ? before.contact : now.contact
  const given = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== null))
  return { ...before, ...given, bank, tax, contact }
}

interface Decision {
  readonly accepted: boolean
  readonly reason: string | null
}
export type Decisions = Partial<Record<ProposalField, Decision>>

/** What is proposed anew is open again, whatever was said of it before. */
export function stillDecided(decisions: Decisions, before: Filled | null, now: Filled): Decisions {
  const was: Partial<Record<ProposalField, string>> = before === null ? {} : proposedRaw(before)
  const is = proposedRaw(now)
  return Object.fromEntries(
    Object.entries(decisions).filter(([field]) => was[field as ProposalField] === is[field as ProposalField]),
  )
}

const proposedRaw = (it: Filled): Record<ProposalField, string> => ({
  legalName: it.legalName ?? '',
  address: it.address ?? '',
  website: it.website ?? '',
  email: it.email ?? '',
  phone: it.phone ?? '',
  contact: JSON.stringify(it.contact),
  terms: JSON.stringify([it.paymentDays, it.currency]),
  tax: JSON.stringify(it.tax),
  bank: JSON.stringify(it.bank),
})

/** Where an invitation stands once these decisions are made. */
export function stateAfter(
  proposed: readonly ProposalField[],
  decisions: Decisions,
): 'filled' | 'returned' | 'settled' {
  if (proposed.some((field) => decisions[field] === undefined)) return 'filled'
  return proposed.some((field) => decisions[field]?.accepted === false) ? 'returned' : 'settled'
}
