import { amountOf, money, moneyOf } from '../../../../kernel/money.ts'
import type { Offer } from '../../ask.contract.ts'

/** Terms as they stand in fields: amounts in whole units of the currency. */
export interface TermsDraft {
  rate: number | null
  basis: Offer['basis'] | null
  currency: string | null
  hours: number | null
  kit: number | null
  overtime: string
  travel: string
}

export const blankTerms = (currency: string): TermsDraft => ({
  rate: null,
  basis: 'day',
  currency,
  hours: 10,
  kit: null,
  overtime: '',
  travel: '',
})

export const draftOfTerms = (of: Offer): TermsDraft => ({
  rate: amountOf(money(of.amount, of.currency)),
  basis: of.basis,
  currency: of.currency,
  hours: of.guaranteedHours,
  overtime: of.overtime,
  travel: of.travel,
  kit: of.kitFee === null ? null : amountOf(money(of.kitFee, of.currency)),
})

/** What is usually paid in where somebody sits; they choose another for a job elsewhere. */
export const currencyIn = (zone: string): string =>
  zone.startsWith('America/') ? 'USD' : zone === 'Europe/London' ? 'GBP' : 'EUR'

/** Null where no rate is named: then nothing is offered yet. */
export function termsOfDraft({ rate, basis, currency, hours, kit, overtime, travel }: TermsDraft): Offer | null {
  if (rate === null) return null
  const code = currency ?? 'EUR'
  return {
    basis: basis ?? 'day',
    currency: code,
    guaranteedHours: hours,
    overtime,
    travel,
    amount: moneyOf(rate, code).minor,
    kitFee: kit === null ? null : moneyOf(kit, code).minor,
  }
}

/** Tomorrow at six in the evening, for who is asked in the morning: time to look, and an answer before the weekend. */
export const usualAnswer = (now: Temporal.ZonedDateTime): { date: string; time: string } => ({
  date: now.toPlainDate().add({ days: 1 }).toString(),
  time: '18:00',
})

/** A date and a time of the reader's own clock as an instant; null while either is missing. */
export const momentOf = (date: string | null, time: string | null, zone: string): string | null =>
  date === null || time === null
    ? null
    : Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
