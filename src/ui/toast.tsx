import { notifications } from '@mantine/notifications'
import { problemOf } from './problem.ts'
import css from './toast.module.css'

interface DoneOptions {
  /** Takes it back. Offered as a button; Ctrl+Z belongs to the page. */
  undo?: () => unknown
  detail?: string
  undoLabel?: string
}

/** Long enough to read and reach the button; WCAG 2.2.1 is met because everything a toast offers can be done elsewhere too. */
const readingMs = 7000

function show(text: string, { problem = false, ...options }: DoneOptions & { problem?: boolean }) {
  const id = crypto.randomUUID()
  const press = () => {
    notifications.hide(id)
    void options.undo?.()
  }
  notifications.show({
    id,
    autoClose: problem ? readingMs * 2 : readingMs,
    role: problem ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <div className={css.line}>
        <span className={css.text}>
          {problem && <span className={css.problem} aria-hidden />}
          {text}
          {options.detail !== undefined && <small>{options.detail}</small>}
        </span>
        {options.undo && (
          <button type="button" className={css.undo} onClick={press}>
            {options.undoLabel ?? 'Undo'}
          </button>
        )}
      </div>
    ),
  })
}

/** What just happened, in the past tense, with a way back where there is one: `toast.done('Scene 12 moved to day 3', { undo })`. */
export const toast = {
  done: (text: string, options: DoneOptions = {}) => show(text, options),
  /** What did not work and what to do: takes whatever was thrown. */
  problem: (thrown: unknown) => {
    const { title, detail } = problemOf(thrown)
    show(title, { problem: true, ...(detail !== undefined && { detail }) })
  },
}
