import { decimalsOf, moneyText } from '../../../kernel/money.ts'
import type { Rate } from '../rate.contract.ts'
import { notation } from '../rate.rules.ts'

/** `USD 650/12` for a day, else the amount; nothing where it is withheld. */
export const amountOf = (it: Rate) =>
  it.amount === null
    ? ''
    : it.basis === 'day'
      ? `${it.amount.currency} ${notation(it.amount, it.guaranteedMinutes, decimalsOf(it.amount.currency))}`
      : moneyText(it.amount)

/** What comes with a rate: its table, market, kit fee, per diem. */
export const extras = ({ terms, profile, market, media, termMonths }: Rate) =>
  [
    profile?.name,
    [market, media, termMonths && `${termMonths} months`].filter(Boolean).join(', '),
    terms?.kitFee && `kit ${moneyText(terms.kitFee.amount)} a ${terms.kitFee.per}`,
    terms?.perDiem && `per diem ${moneyText(terms.perDiem)}`,
    terms?.travelDayPercent !== undefined && `travel day ${terms.travelDayPercent} %`,
    terms?.paymentDays !== undefined && `paid in ${terms.paymentDays} days`,
  ]
    .filter(Boolean)
    .join('; ')
