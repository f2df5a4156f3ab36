import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { folded, type Concern } from '../kernel/concern.ts'
import { classes } from './classes.ts'
import css from './ConcernList.module.css'
import { formatDay } from './dates.ts'
import { Go } from './Go.tsx'
import { rowStep } from './useRowSteps.ts'

const icons = { blocks: IconAlertOctagon, warns: IconAlertTriangle, notes: IconInfoCircle }
const words = { blocks: 'Blocks the shoot', warns: 'Wants a look', notes: 'Good to know' }

export const SeverityIcon = ({ of, size = 16 }: { of: Concern['severity']; size?: number }) => {
  const Icon = icons[of]
  return <Icon size={size} className={classes(css.icon, css[of])} role="img" aria-label={words[of]} />
}

/** Many messages name their day already. */
const names = (message: string, onDate: string) =>
  message.includes(formatDay(onDate)) || message.includes(formatDay(onDate, { year: false }))

interface ConcernRowProps {
  concern: Concern
  /** `line` shows only what is wrong; `full` its causes and what to do. */
  detail?: 'line' | 'full'
  right?: ReactNode
}

/** One thing to know before it costs a day: what, why, and what would settle it. */
export function ConcernRow({ concern, detail = 'full', right }: ConcernRowProps) {
  const { severity, message, causes, remedy, onDate, subject } = concern
  return (
    <li className={css.row} {...rowStep}>
      <SeverityIcon of={severity} />
      <div>
        <p className={css.message}>
          {subject.href === undefined ? message : <Go to={subject.href}>{message}</Go>}
          {onDate !== undefined && !names(message, onDate) && <span className={css.day}>{formatDay(onDate)}</span>}
        </p>
        {detail === 'full' && causes.length > 0 && <p className={css.causes}>{causes.join(' · ')}</p>}
        {detail === 'full' && remedy !== '' && <p className={css.remedy}>{remedy}</p>}
      </div>
      {right !== undefined && <div className={css.right}>{right}</div>}
    </li>
  )
}

interface ConcernListProps<C extends Concern> {
  of: readonly C[]
  detail?: 'line' | 'full'
  right?: (concern: C) => ReactNode
}

/** Many of one kind stand folded behind the first, so that the list shows what is wrong and not how often. */
export const ConcernList = <C extends Concern>({ of, detail = 'full', right }: ConcernListProps<C>) => (
  <ul className={css.list}>
    {folded(of).map(({ concern, alike }) => (
      <Fragment key={concern.key}>
        <ConcernRow concern={concern} detail={detail} right={right?.(concern)} />
        {alike.length > 0 && (
          <li className={css.alike}>
            <details>
              <summary>and {alike.length} more of this kind</summary>
              <ul>
                {alike.map((it) => (
                  <ConcernRow key={it.key} concern={it} detail="line" right={right?.(it)} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </Fragment>
    ))}
  </ul>
)
