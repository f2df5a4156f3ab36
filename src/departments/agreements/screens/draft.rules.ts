import { amountOf, Currency, money, moneyOf } from '../../../kernel/money.ts'
import type { Agreement, PartyDraft } from '../agreement.contract.ts'
import type { Shared } from '../../../ui/formConflict.ts'
import { scopeText, type Scope } from '../scope.rules.ts'
import { termLabels, termsOf, type DealTerms } from '../terms.rules.ts'
import { turnsSaid } from './words.ts'

/** A draft as its dialog holds it. */
export interface Draft {
  terms: DealTerms
  /** As typed: changing the currency keeps the number that stands in the field, 65,000 yen after 65,000 pounds. */
  rate: number | null
  parties: PartyDraft[]
  scope: Scope | null
  effectiveFrom: string | null
  effectiveUntil: string | null
  renewal: string
  asksCode: boolean
  asksPayment: boolean
  /** What somebody gets for a release, in words. */
  pay: string
  /** When they are filmed. */
  onDate: string | null
}

export const draftOf = (it: Agreement): Draft => {
  const terms = it.terms ?? termsOf({})
  return {
    terms,
    rate: terms.rateMinor === null ? null : amountOf(money(terms.rateMinor, terms.currency)),
    parties: it.parties.map(({ role, label, turn, personId, name, email, phone, forName }) => {
      return { role, label, turn, personId, name, email, phone, forName }
    }),
    scope: it.scope,
    effectiveFrom: it.effectiveFrom,
    effectiveUntil: it.effectiveUntil,
    renewal: it.renewal,
    asksCode: it.asksCode,
    asksPayment: it.asksPayment,
    pay: it.extra?.['release.pay'] ?? '',
    onDate: it.onDate,
  }
}

/** The currency a draft is in, where it is one there is; its number is read without decimals until then. */
export const currencyOf = ({ currency }: DealTerms): Currency =>
  Currency.safeParse(currency.trim().toUpperCase()).data ?? 'XXX'

/** What is sent of it; facts of the paper that the dialog does not show stay. */
export const changeOf = ({ rate, pay, terms, ...rest }: Draft, extra: Agreement['extra']) => ({
  ...rest,
  terms: {
    ...terms,
    currency: terms.currency.trim().toUpperCase(),
    rateMinor: rate === null ? null : moneyOf(rate, currencyOf(terms)).minor,
  },
  extra: pay === '' && extra?.['release.pay'] === undefined ? { ...extra } : { ...extra, 'release.pay': pay },
})

/** A line for each term that says something, whether it is written or chosen. */
const termsSaid = ({ guaranteedHours, overtime, ...terms }: DealTerms): string =>
  [
    ...Object.entries(terms).flatMap(([key, value]) => {
      const label = key === 'basis' ? 'Basis' : key === 'currency' ? 'Currency' : termLabels[key as keyof DealTerms]
      return label === undefined || typeof value !== 'string' || value === '' ? [] : [`${label}: ${value}`]
    }),
    ...(guaranteedHours === null ? [] : [`Guaranteed hours: ${guaranteedHours}`]),
    ...(overtime === null ? [] : [`Overtime table: ${overtime.name}`]),
  ].join('\n')

const scopeSaid = (scope: Scope | null): string =>
  scope === null ? '' : [scopeText(scope), scope.exclusivity].filter((it) => it !== '').join('; ')

/** What is compared when two people changed one draft. */
export const draftWords: Required<Shared<Draft>['words']> = {
  terms: { word: 'Terms', say: termsSaid },
  rate: 'Rate',
  parties: { word: 'Who signs', say: turnsSaid },
  scope: { word: 'Scope of the release', say: scopeSaid },
  effectiveFrom: 'In force from',
  effectiveUntil: 'Until',
  renewal: 'Renewal',
  asksCode: 'Asks for a code',
  asksPayment: 'Asks how to pay',
  pay: 'What they get',
  onDate: 'Day of the shoot',
}
