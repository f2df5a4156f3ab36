import type { ReactNode } from 'react'
import css from './Button.module.css'
import { classes } from './classes.ts'

/** A button that dials: a real link, so a phone or a desk phone's program takes it. */
export const CallLink = ({ number, icon, children }: { number: string; icon?: ReactNode; children: ReactNode }) => (
  <a className={classes(css.button, css.small)} href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
    {icon}
    {children}
  </a>
)
