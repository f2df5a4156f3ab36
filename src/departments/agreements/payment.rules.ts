import type { AgreementKind } from './kinds.rules.ts'

/** Papers that say what somebody is paid, so that they may ask how. */
export const isDeal = (kind: AgreementKind): boolean => kind === 'deal_memo' || kind === 'crew_agreement'

export interface Asked {
  readonly asks_payment: boolean
  readonly kind: AgreementKind
}

interface Signer {
  readonly role: string
  readonly person_id: string | null
  readonly state: string
}

/** Whether this party is asked how to pay them: the person the deal is about, on their own phone, once they have signed. */
export const asksHowToPay = (row: Asked, party: Signer): boolean =>
  row.asks_payment && isDeal(row.kind) && party.role === 'signer' && party.person_id !== null && party.state === 'done'

/** What somebody who is asked how to pay them has not given yet. */
export type Owed = 'tax' | 'bank'

interface Given {
  readonly tax_given_at: unknown
  readonly bank_given_at: unknown
}

/** @example owedBy(row, { …, tax_given_at: null, bank_given_at: at })   // ['tax'] */
export const owedBy = (row: Asked, party: Signer & Given): Owed[] =>
  asksHowToPay(row, party)
    ? [
        ...(party.tax_given_at === null ? (['tax'] as const) : []),
        ...(party.bank_given_at === null ? (['bank'] as const) : []),
      ]
    : []

export interface TaxFormGiven {
  readonly country: string
  readonly legalName: string
  readonly address: string
  readonly kind: string
  readonly id: string
  readonly certified: boolean
}

export type TaxFault = 'country' | 'legalName' | 'address' | 'kind' | 'id' | 'id_us' | 'certified'

/** A US number has nine digits; of other countries only that there is one. */
export function taxFaults(it: TaxFormGiven): { field: keyof TaxFormGiven; code: TaxFault }[] {
  const letters = it.id.replaceAll(/[^0-9A-Za-z]/g, '')
  const faults: { field: keyof TaxFormGiven; code: TaxFault; is: boolean }[] = [
    { field: 'country', code: 'country', is: !/^[A-Z]{2}$/.test(it.country) },
    { field: 'legalName', code: 'legalName', is: it.legalName.length < 2 },
    { field: 'address', code: 'address', is: it.address.length < 5 },
    { field: 'kind', code: 'kind', is: it.kind === '' },
    { field: 'id', code: 'id', is: letters.length < 4 },
    { field: 'id', code: 'id_us', is: letters.length >= 4 && it.country === 'US' && !/^\d{9}$/.test(letters) },
    { field: 'certified', code: 'certified', is: !it.certified },
  ]
  return faults.filter(({ is }) => is).map(({ field, code }) => ({ field, code }))
}
