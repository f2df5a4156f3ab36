import type { ReactNode } from 'react'
import type { Offer } from '../../ask.contract.ts'
import { amountText, money } from '../../../../kernel/money.ts'
import { totalOf } from '../../ask.rules.ts'
import { plural } from '../../../../ui/words.ts'
import css from './Ask.module.css'

interface OfferTableProps {
  ours: Offer | null
  theirs: Offer
  days: number
  children?: ReactNode
}

const bases: Record<Offer['basis'], string> = { hour: 'Hour', day: 'Day', week: 'Week', flat: 'Flat' }

/** Ours beside theirs, line by line, and what it comes to for all days. */
export function OfferTable({ ours, theirs, days, children }: OfferTableProps) {
  const amount = (of: Offer | null, minor: number | null | undefined) =>
    of === null || minor == null ? '–' : amountText(money(minor, of.currency))
  const hours = theirs.guaranteedHours ?? ours?.guaranteedHours
  const [us, them] = [ours && totalOf(ours, days), totalOf(theirs, days)]
  const comparable = us !== null && them !== null && ours?.currency === theirs.currency
  const lines: [string, string, string][] = [
    [
      `${bases[theirs.basis]}${hours == null ? '' : `, ${hours} h`}`,
      amount(ours, ours?.amount),
      amount(theirs, theirs.amount),
    ],
    ['Kit, a day', amount(ours, ours?.kitFee), amount(theirs, theirs.kitFee)],
    ...text('Overtime', ours?.overtime, theirs.overtime),
    ...text('Travel', ours?.travel, theirs.travel),
    [plural(days, 'day'), amount(ours, us), amount(theirs, them)],
  ]
  return (
    <div className={css.box}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{theirs.currency}</th>
            <th scope="col">Ours</th>
            <th scope="col">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, mine, yours]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>
                <b>{yours}</b>
              </td>
            </tr>
          ))}
          {comparable && them !== us && (
            <tr className={them > us ? css.over : undefined}>
              <th scope="row">{them > us ? 'Over our offer' : 'Under our offer'}</th>
              <td />
              <td>
                <b>{`${them > us ? '+' : '−'}${amountText(money(Math.abs(them - us), theirs.currency))}`}</b>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {children}
    </div>
  )
}

const text = (label: string, ours: string | undefined, theirs: string): [string, string, string][] =>
  !ours && theirs === '' ? [] : [[label, ours || '–', theirs || '–']]
