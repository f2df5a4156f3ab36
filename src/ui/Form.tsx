import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import css from './Fields.module.css'
import type { ShownProblem } from './problem.ts'
import { useUnsaved } from './unsaved.ts'
import type { FormHandle } from './useForm.ts'

interface FormProps<Draft extends object> {
  of: FormHandle<Draft>
  /** What pressing does: *Create production*. */
  action: string
  onCancel?: () => void
  /** At the right of the buttons. */
  aside?: ReactNode
  /** As wide as what it stands in, for fields that lie in a table. */
  isWide?: boolean
  children: ReactNode
}

/** A refusal in words, where it belongs: above the button it answers. */
export const ProblemNote = ({ problem }: { problem: ShownProblem }) => (
  <div className={css.problem} role="alert">
    <b>{problem.title}</b>
    {problem.detail !== undefined && <p>{problem.detail}</p>}
  </div>
)

/** Fields above one accent button. Enter in a field sends it. */
export function Form<Draft extends object>({
  of,
  action,
  onCancel,
  aside,
  isWide = false,
  children,
}: FormProps<Draft>) {
  useUnsaved(of.changed)
  return (
    <form className={classes(css.form, isWide && css.wide)} onSubmit={of.submit} noValidate>
      {children}
      {of.problem && <ProblemNote problem={of.problem} />}
      {of.conflict && <ConflictDialog open {...of.conflict} />}
      <div className={css.foot}>
        <Button kind="accent" type="submit" busy={of.saving}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        {aside}
      </div>
    </form>
  )
}

/** Fields that stand side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={css.row}>{children}</div>

/** Where another subject begins within a form. */
export const FormPart = ({ title }: { title: string }) => <h3 className={css.part}>{title}</h3>

/** Fields that are rarely needed: folded until somebody opens them. */
export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className={css.fold}>
    <summary>{title}</summary>
    {children}
  </details>
)
