import type { ReactNode } from 'react'
import css from './Button.module.css'
import { classes } from './classes.ts'

interface FileLinkProps {
  /** An address of the server, not of the app: a PDF, a spreadsheet, a feed. */
  href: string
  /** What a screen reader says where the visible words are short: *One-liner as PDF on A4*. */
  label?: string
  kind?: 'plain' | 'accent'
  size?: 'small' | 'normal'
  icon?: ReactNode
  /** Shown in a tab of its own instead of saved. */
  opens?: boolean
  children: ReactNode
}

/** A button that brings a file: a real link, so its address can be copied and kept. */
export function FileLink({
  href,
  label,
  kind = 'plain',
  size = 'normal',
  icon,
  opens = false,
  children,
}: FileLinkProps) {
  return (
    <a
      className={classes(css.button, kind !== 'plain' && css[kind], size !== 'normal' && css[size])}
      href={href}
      {...(label !== undefined && { 'aria-label': label })}
      {...(opens ? { target: '_blank', rel: 'noopener' } : { download: '' })}
    >
      {icon}
      {children}
    </a>
  )
}
