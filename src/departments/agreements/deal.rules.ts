import { money, type Money } from '../../kernel/money.ts'
import { memoTable, type PayTable } from './overtime.rules.ts'
import type { DealTerms, OvertimeTable } from './terms.rules.ts'
import { canonical } from './text.rules.ts'

/** How hours become pay, as `pay` computes with it. */
type SignedTable = KeptTable['rules'] & Pick<PayTable, 'hourly'>

/** What was signed about the pay of one person in one position, in the words of pay. */
export interface Deal {
  /** `HLT-DM-001`. */
  readonly number: string
  readonly personId: string
  readonly position: string
  readonly amount: Money | null
  readonly basis: DealTerms['basis']
  readonly guaranteedMinutes: number | null
  /** The overtime table as signed; null where the paper names none. */
  readonly table: { readonly name: string; readonly profile: SignedTable } | null
}

/** An overtime table as pay keeps it, with how time is rounded up. */
export type KeptTable = PayTable & { readonly rules: { readonly incrementMinutes: number } }

/**
 * The table a paper was signed with. Where the office still keeps it as it was, whole; where somebody changed it since, what
 * the paper itself says, for nobody signed the new one.
 */
export function tableAsSigned(signed: OvertimeTable, kept: readonly KeptTable[]): SignedTable {
  const same = kept.find((it) => canonical(memoTable(it)) === canonical(signed))
  if (same) return { hourly: same.hourly, ...same.rules }
  return {
    hourly: signed.method === 'guarantee' ? 'overtime_inside' : 'flat',
    steps: signed.steps
      .filter(({ fromHours, times }) => fromHours > 0 || times !== 1)
      .map(({ fromHours, times }) => ({ fromMinutes: Math.round(fromHours * 60), percent: Math.round(times * 100) })),
    sixthDay: null,
    seventhDay: null,
    weekly: null,
    night: null,
    incrementMinutes: 1,
  }
}

interface Signed {
  readonly number: string
  readonly person_id: string
  readonly terms: DealTerms
}

export const dealOf = ({ number, person_id, terms }: Signed, kept: readonly KeptTable[]): Deal => ({
  number,
  personId: person_id,
  position: terms.position,
  amount: terms.rateMinor === null ? null : money(terms.rateMinor, terms.currency),
  basis: terms.basis,
  guaranteedMinutes: terms.guaranteedHours === null ? null : Math.round(terms.guaranteedHours * 60),
  table: terms.overtime && { name: terms.overtime.name, profile: tableAsSigned(terms.overtime, kept) },
})
