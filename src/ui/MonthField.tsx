import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import type { DateFieldProps } from './DateField.tsx'
import { lookOf } from './field.ts'
import { typedDay } from './typedDay.ts'

/** The calendar itself; DateField loads it where it is needed. */
export function MonthField({ value, onChange, error, earliest, latest, ...look }: DateFieldProps) {
  return (
    <DateInput
      {...lookOf(look)}
      placeholder={look.placeholder ?? '12 May'}
      value={value}
      error={error}
      valueFormat="ddd D MMM YYYY"
      dateParser={(text) => typedDay(text, Temporal.Now.plainDateISO(), { earliest, latest })}
      clearable={!look.required}
      clearButtonProps={{ 'aria-label': 'Clear the date', tabIndex: -1 }}
      firstDayOfWeek={1}
      weekendDays={[]}
      {...(earliest !== undefined && { minDate: earliest })}
      {...(latest !== undefined && { maxDate: latest })}
      popoverProps={{ withinPortal: true, zIndex: 400 }}
      onChange={(next) => onChange(next === null ? null : String(next).slice(0, 10))}
    />
  )
}
