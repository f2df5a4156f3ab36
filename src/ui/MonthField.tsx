import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import type { DateFieldProps } from './DateField.tsx'
import { lookOf } from './field.ts'

/** What somebody typed, as a day: `12 May`, `12.5.2026`, `2026-05-12`. */
function parseDay(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const dotted = /^\s*(\d{1,2})[./ ](\d{1,2})[./ ]?(\d{4})?\s*$/.exec(text)
  const named = /^\s*(?:[a-z]{2,9},?\s+)?(\d{1,2})\.?\s+([a-z]{3,9})\.?\s*(\d{4})?\s*$/i.exec(text)
  const thisYear = Temporal.Now.plainDateISO().year
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3] ?? thisYear, dotted[2], dotted[1]]
      : named
        ? [named[3] ?? thisYear, months.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1, named[1]]
        : undefined
  if (!parts) return null
  const [year, month, day] = parts.map(Number)
  try {
    return Temporal.PlainDate.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0 },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return null
  }
}

/** The calendar itself; DateField loads it where it is needed. */
export function MonthField({ value, onChange, error, earliest, latest, ...look }: DateFieldProps) {
  return (
    <DateInput
      {...lookOf(look)}
      placeholder={look.placeholder ?? 'Tue 12 May 2026'}
      value={value}
      error={error}
      valueFormat="ddd D MMM YYYY"
      dateParser={parseDay}
      clearable={!look.required}
      clearButtonProps={{ 'aria-label': 'Clear the date' }}
      firstDayOfWeek={1}
      weekendDays={[]}
      {...(earliest !== undefined && { minDate: earliest })}
      {...(latest !== undefined && { maxDate: latest })}
      popoverProps={{ withinPortal: true, zIndex: 400 }}
      onChange={(next) => onChange(next === null ? null : String(next).slice(0, 10))}
    />
  )
}
