import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Toolbar.module.css'

/** A row of filters and actions above a table; `end` stands at the right. */
export function Toolbar({ children, end, inset = false }: { children?: ReactNode; end?: ReactNode; inset?: boolean }) {
  return (
    <div className={classes(css.toolbar, inset && css.plain)} role="toolbar">
      {children}
      {end !== undefined && <div className={css.end}>{end}</div>}
    </div>
  )
}
