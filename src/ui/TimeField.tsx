import { TextInput } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { formatLength } from './dates.ts'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'
import { parseLength, parseTime } from './times.ts'

interface ParsedFieldProps<T> extends FieldOf<T | null>, FieldLook {
  write: (value: T) => string
  read: (text: string) => T | undefined
  refusal: string
}

/** Text that is read when the field is left or Enter is pressed; what cannot be read stays to be mended. */
function ParsedField<T>({ value, onChange, error, write, read, refusal, ...look }: ParsedFieldProps<T>) {
  const written = value === null ? '' : write(value)
  const [text, setText] = useState(written)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    setText(written)
    setRefused(false)
  }, [written])
  const settle = () => {
    const parsed = text.trim() === '' ? null : read(text)
    setRefused(parsed === undefined)
    if (parsed === undefined) return
    setText(parsed === null ? '' : write(parsed))
    if (parsed !== value) onChange(parsed)
  }
  return (
    <TextInput
      {...lookOf(look)}
      value={text}
      autoComplete="off"
      inputMode="text"
      error={refused ? refusal : error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && settle()}
    />
  )
}

const asWritten = (time: string) => time

/** A wall-clock time: `06:30`. Type `630`, `6.30`, `6p`; hours past 24 are the small hours after the day. */
export const TimeField = (props: FieldOf<string | null> & FieldLook) => (
  <ParsedField placeholder="06:30" {...props} write={asWritten} read={parseTime} refusal="A time like 06:30" />
)

/** A length of time, in minutes: shown `1:30`, typed `1:30`, `90`, `1.5h`. */
export const LengthField = (props: FieldOf<number | null> & FieldLook) => (
  <ParsedField placeholder="0:45" {...props} write={formatLength} read={parseLength} refusal="A length like 0:45" />
)
