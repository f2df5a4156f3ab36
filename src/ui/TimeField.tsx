import { TextInput } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { clockOf, durationText } from '../kernel/time.ts'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'
import { parseDayMinute, parseLength, parseTime } from './times.ts'

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
  <ParsedField placeholder="0:45" {...props} write={durationText} read={parseLength} refusal="A length like 0:45" />
)

const clockText = (minute: number): string => (minute >= 1440 ? `${clockOf(minute)} +1` : clockOf(minute))

/** A minute of a shooting day, on the clock: `22:00`; `00:30 +1` or `24:30` is half past midnight after it. */
export const DayMinuteField = (props: FieldOf<number | null> & FieldLook) => (
  <ParsedField placeholder="22:00" {...props} write={clockText} read={parseDayMinute} refusal="A time like 22:00" />
)

interface AgeFieldProps extends FieldOf<number | null>, FieldLook {
  write: (months: number) => string
  read: (text: string) => number | undefined
}

/** An age, kept in months: shown `2 years 6 months`, typed `2y6m`, `18 mo`, `6`. */
export const AgeField = (props: AgeFieldProps) => (
  <ParsedField placeholder="6 years" {...props} refusal="An age like 6" />
)
