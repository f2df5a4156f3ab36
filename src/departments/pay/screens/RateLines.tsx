import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Rate } from '../rate.contract.ts'
import type { Holder } from './holder.ts'
import css from './Pay.module.css'
import { basisWords } from './payWords.ts'
import { amountOf, extras } from './rateText.ts'
import { WithdrawRate } from './WithdrawRate.tsx'

/** Rates one below another, for a panel as for a page. */
export function RateLines({ rates, holder, edits }: { rates: readonly Rate[]; holder: Holder; edits: boolean }) {
  if (rates.length === 0)
    return (
      <EmptyState small title="No rate on file">
        A rate of a company is for a position or a service. Deal memos and timesheets of whoever comes through it begin
        with it where they have none of their own.
      </EmptyState>
    )
  return (
    <ul className={css.rates}>
      {rates.map((it) => (
        <li key={it.id}>
          <b>{it.position}</b>
          {edits && <WithdrawRate holder={holder} rate={it} />}
          <span>
            {[amountOf(it), basisWords[it.basis]].filter(Boolean).join(' ')}
            <Status is={it.isCurrent ? 'go' : 'off'}>{it.isCurrent ? 'In force' : 'History'}</Status>
          </span>
          <small>
            From <DateText on={it.validFrom} year />
            {[extras(it), it.source].filter(Boolean).map((text) => `; ${text}`)}
          </small>
        </li>
      ))}
    </ul>
  )
}
