import { Fragment, type ReactNode } from 'react'
import css from './Facts.module.css'

/** What is known of a record: a name and its value, line by line. What is not known is said so, quietly. */
export function Facts({ of }: { of: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {of.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? <span className={css.none}>–</span> : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
