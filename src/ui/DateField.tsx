import { TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { formatDay } from './dates.ts'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

export interface DateFieldProps extends FieldOf<string | null>, FieldLook {
  /** Earliest and latest day that may be chosen, `2026-05-12`. */
  earliest?: string
  latest?: string
}

/** A calendar weighs as much as a whole screen, so it arrives with the first date somebody may change. */
const MonthField = lazy(() => import('./MonthField.tsx').then((it) => ({ default: it.MonthField })))

const Waiting = ({ value, ...look }: DateFieldProps) => (
  <TextInput {...lookOf(look)} value={value === null ? '' : formatDay(value, { year: true })} readOnly />
)

/** A day, never midnight: `2026-05-12`. Typed or picked from a month. */
export const DateField = (props: DateFieldProps) => (
  <Suspense fallback={<Waiting {...props} />}>
    <MonthField {...props} />
  </Suspense>
)
