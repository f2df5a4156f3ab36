import { IconAlertOctagon } from '@tabler/icons-react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { DeniedState, MissingState } from './DeniedState.tsx'
import { isDenied, isMissing, problemOf } from './problem.ts'
import css from './State.module.css'

interface FailedStateProps {
  /** What was thrown. */
  problem: unknown
  onRetry?: () => void
}

/** Asking failed: what happened, what to do, and a way to ask again. Denied and missing have pages of their own. */
export function FailedState({ problem: thrown, onRetry }: FailedStateProps) {
  const problem = problemOf(thrown)
  if (isDenied(problem)) return <DeniedState detail={problem.detail} />
  if (isMissing(problem)) return <MissingState detail={problem.detail} />
  return (
    <div className={css.state} role="alert">
      <IconAlertOctagon size={24} stroke={1.5} className={classes(css.icon, css.stop)} aria-hidden />
      <h2>{problem.title}</h2>
      {problem.detail !== undefined && <p>{problem.detail}</p>}
      {onRetry && (
        <div className={css.actions}>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  )
}
