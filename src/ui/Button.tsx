import type { ComponentProps, ReactNode } from 'react'
import css from './Button.module.css'
import { classes } from './classes.ts'
import { Go } from './Go.tsx'

/** `accent` is the one thing a view proposes: at most one on a screen at a time. */
type ButtonKind = 'plain' | 'accent' | 'waiting' | 'quiet' | 'danger'

interface Look {
  kind?: ButtonKind
  size?: 'small' | 'normal' | 'large'
  icon?: ReactNode
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, Look {
  /** The action is under way: pressing again does nothing, the words stay. */
  busy?: boolean
}

const look = ({ kind = 'plain', size = 'normal' }: Look) =>
  classes(css.button, kind !== 'plain' && css[kind], size !== 'normal' && css[size])

/** A thing to press; the look is ours alone, whatever wraps it hands down. Icons are Tabler's at 16 px, with words where there is room. */
export function Button({ kind, size, icon, busy = false, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={look({ ...(kind && { kind }), ...(size && { size }) })}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <span className={css.spin} aria-hidden /> : icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'title'> {
  /** What it does, in words: read aloud, and shown on hover. */
  label: string
  icon: ReactNode
}

/** A button of one icon, which still says in words what it does. */
export function IconButton({ label, icon, kind = 'quiet', size, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(look({ kind, ...(size && { size }) }), css.icon)}
      aria-label={label}
      title={label}
    >
      {icon}
    </button>
  )
}

/** A verb in a row of text: *Nudge*, *Why*, *Open*. */
export function TextButton({ children, ...rest }: Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button type="button" className={css.link} {...rest}>
      {children}
    </button>
  )
}

/** A button that goes somewhere: a real link, so it opens in a new tab too. */
export function ButtonLink({ to, kind, size, icon, children }: Look & { to: string; children: ReactNode }) {
  return (
    <Go to={to} className={look({ ...(kind && { kind }), ...(size && { size }) })}>
      {icon}
      {children}
    </Go>
  )
}

/** A verb in a row of text that goes somewhere. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Go to={to} className={css.link}>
      {children}
    </Go>
  )
}
