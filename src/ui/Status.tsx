import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Status.module.css'

/**
 * go: confirmed, cleared. attention: wants a look. stop: blocks. seen: looked at, not answered. waiting: nothing yet.
 * half: in part. daylight: active now. off: resting. Each has a shape of its own, so it survives a black-and-white copy.
 */
export type Standing = 'go' | 'attention' | 'stop' | 'seen' | 'waiting' | 'half' | 'daylight' | 'off' | 'neutral'

/** A shape and a word; never a coloured pill. */
export function Status({ is, children }: { is: Standing; children: ReactNode }) {
  return (
    <span className={classes(css.status, is !== 'neutral' && css[is])}>
      <i className={css.mark} aria-hidden />
      <span className={css.word}>{children}</span>
    </span>
  )
}

/** The shape alone, for a legend or a tight row that says the word elsewhere. */
export const StatusMark = ({ is, label }: { is: Standing; label: string }) => (
  <span className={classes(css.status, is !== 'neutral' && css[is])} role="img" aria-label={label} title={label}>
    <i className={css.mark} aria-hidden />
  </span>
)
