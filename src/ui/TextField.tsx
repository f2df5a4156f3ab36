import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

interface TextFieldProps extends FieldOf<string>, FieldLook {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  autoComplete?: string
  icon?: ReactNode
  maxLength?: number
  onEnter?: () => void
  /** The field is left, by Tab or a press elsewhere. */
  onLeave?: () => void
}

export function TextField({
  value,
  onChange,
  error,
  type,
  autoComplete,
  icon,
  maxLength,
  onEnter,
  onLeave,
  ...look
}: TextFieldProps) {
  return (
    <TextInput
      {...lookOf(look)}
      value={value}
      type={type ?? 'text'}
      error={error}
      autoComplete={autoComplete ?? 'off'}
      leftSection={icon}
      {...(maxLength !== undefined && { maxLength })}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(onLeave && { onBlur: onLeave })}
      {...(onEnter && { onKeyDown: (event) => event.key === 'Enter' && onEnter() })}
    />
  )
}

interface TextAreaFieldProps extends FieldOf<string>, FieldLook {
  rows?: number
}

/** Grows with what is written. */
export function TextAreaField({ value, onChange, error, rows = 3, ...look }: TextAreaFieldProps) {
  return (
    <Textarea
      {...lookOf(look)}
      value={value}
      error={error}
      autosize
      minRows={rows}
      maxRows={16}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface PasswordFieldProps extends FieldOf<string>, FieldLook {
  /** `new-password` where one is chosen, so that password managers offer one. */
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordField({ value, onChange, error, autoComplete, ...look }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...lookOf(look)}
      value={value}
      error={error}
      autoComplete={autoComplete}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
