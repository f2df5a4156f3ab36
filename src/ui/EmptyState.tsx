import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './State.module.css'

interface EmptyStateProps {
  title: string
  /** What this page is for, in a sentence or two. */
  children?: ReactNode
  icon?: ReactNode
  /** The first step: a button, an import. */
  actions?: ReactNode
  /** Inside a section of a page that has other content. */
  small?: boolean
}

/** An empty page says what it is for and offers the first step. */
export function EmptyState({ title, children, icon, actions, small = false }: EmptyStateProps) {
  return (
    <div className={classes(css.state, small && css.small)}>
      {icon !== undefined && !small && <div className={css.icon}>{icon}</div>}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  )
}
