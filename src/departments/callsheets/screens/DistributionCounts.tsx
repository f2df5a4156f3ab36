import { Meter } from '../../../ui/Meter.tsx'
import { TimeText } from '../../../ui/DateText.tsx'
import { classes } from '../../../ui/classes.ts'
import type { Desk } from '../distribution.contract.ts'
import css from './Distribution.module.css'
import { meterOf } from './distributionWords.ts'

interface Count {
  n: number
  label: string
  tone?: 'go' | 'stop' | 'attention'
  aside?: string
}

/** How far the sheet has come, in numbers that add up. */
export function DistributionCounts({ desk }: { desk: Desk }) {
  const { counts } = desk
  const share = counts.sent === 0 ? undefined : `${Math.round((counts.delivered / counts.sent) * 100)} %`
  const shown: Count[] = [
    { n: counts.sent, label: 'Sent' },
    { n: counts.delivered, label: 'Delivered', ...(share && { aside: share }) },
    { n: counts.opened, label: 'Opened' },
    { n: counts.confirmed, label: 'Confirmed', tone: 'go' },
    { n: counts.problem, label: 'Problem', ...(counts.problem > 0 && { tone: 'stop' }) },
    { n: counts.bounced, label: 'Not reached', ...(counts.bounced > 0 && { tone: 'stop' }) },
    { n: counts.notConfirmed, label: 'Not confirmed', ...(counts.notConfirmed > 0 && { tone: 'attention' }) },
  ]
  return (
    <div className={css.counts} role="group" aria-label="How far it has come">
      {shown.map(({ n, label, tone, aside }) => (
        <div key={label} className={classes(css.count, tone && css[tone])}>
          <b>{n}</b>
          <span>
            {label} {aside && <i>{aside}</i>}
          </span>
        </div>
      ))}
      <div className={css.meter}>
        <Meter parts={meterOf(desk)} />
        <small>
          <span>
            {counts.confirmed} of {counts.people}
          </span>
          {desk.earliestCall !== null && (
            <span>
              earliest call <TimeText at={desk.earliestCall} />
            </span>
          )}
        </small>
      </div>
    </div>
  )
}
