/** What every field of ours takes: a value, how it changes, and what is wrong with it. `form.field('title')` makes one. */
export interface FieldOf<T> {
  value: T
  onChange: (next: T) => void
  error?: string | undefined
}

export interface FieldLook {
  label: string
  /** One line under the label: what it is for, or how it is written. */
  hint?: string
  placeholder?: string
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** The name is said to screen readers only: in a row of a table, or a filter. */
  hideLabel?: boolean
}

/** What the fields hand on to Mantine's inputs. */
export function lookOf({ label, hint, placeholder, required, disabled, autoFocus, hideLabel }: FieldLook) {
  return {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    ...(hint !== undefined && { description: hint }),
    ...(placeholder !== undefined && { placeholder }),
    ...(disabled && { disabled: true }),
    ...(autoFocus && { 'data-autofocus': true, autoFocus: true }),
    ...(required && { withAsterisk: true, 'aria-required': true }),
  }
}
