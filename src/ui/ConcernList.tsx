import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Concern } from '../kernel/concern.ts'
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

export interface ConcernRowProps {
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

export interface ConcernListProps {
  of: readonly Concern[]
  detail?: 'line' | 'full'
  right?: (concern: Concern) => ReactNode
}

export const ConcernList = ({ of, detail = 'full', right }: ConcernListProps) => (
  <ul className={css.list}>
    {of.map((concern) => (
      <ConcernRow key={concern.key} concern={concern} detail={detail} right={right?.(concern)} />
    ))}
  </ul>
)
