import { Checkbox, Switch } from '@mantine/core'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

type CheckLook = Omit<FieldLook, 'placeholder' | 'required'>

/** A tick in a form: takes effect when the form is saved. */
export function CheckField({ value, onChange, error, ...look }: FieldOf<boolean> & CheckLook) {
  return (
    <Checkbox
      {...lookOf(look)}
      size="xs"
      checked={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** A switch takes effect at once. */
export function SwitchField({ value, onChange, error, ...look }: FieldOf<boolean> & CheckLook) {
  return (
    <Switch
      {...lookOf(look)}
      size="xs"
      checked={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
