import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import css from './KeyHints.module.css'

export interface KeyHint {
  /** The keys as they are pressed: `['Alt', '↑']`. */
  keys: string[]
  does: string
}

/** The footer: which keys work on this page, and how the page stands. */
export function KeyHints({ hints, status }: { hints: KeyHint[]; status?: ReactNode }) {
  return (
    <footer className={css.foot}>
      {hints.map(({ keys, does }) => (
        <span key={does} className={css.hint}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
      {status !== undefined && <span className={css.status}>{status}</span>}
    </footer>
  )
}
