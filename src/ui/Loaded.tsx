import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { FailedState } from './FailedState.tsx'
import { problemOf } from './problem.ts'
import css from './State.module.css'

/** What a query says of itself; TanStack Query's result fits. */
export interface Asked<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

interface LoadedProps<T> {
  of: Asked<T>
  children: (value: T) => ReactNode
}

/** Grey lines where words will be; only when there is nothing older to show. */
export const Loading = () => (
  <div className={css.loading} role="status" aria-label="Loading">
    {[62, 84, 48, 71, 55].map((width) => (
      <span key={width} style={{ width: `${width}%` }} />
    ))}
  </div>
)

/**
 * Shows what was asked for. Old content stays while it is asked again; when asking again fails, the old content stays
 * with a line above it that says so.
 */
export function Loaded<T>({ of: { data, error, refetch }, children }: LoadedProps<T>) {
  if (data !== undefined)
    return (
      <>
        {Boolean(error) && (
          <div className={css.stale} role="status">
            {problemOf(error).title}. This is what was last heard.
            <Button size="small" onClick={() => refetch()}>
              Ask again
            </Button>
          </div>
        )}
        {children(data)}
      </>
    )
  if (error) return <FailedState problem={error} onRetry={() => refetch()} />
  return <Loading />
}
