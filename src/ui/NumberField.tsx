import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'
import { numberIn, shownNumber } from './typedNumber.ts'

interface NumberFieldProps extends FieldOf<number | null>, FieldLook {
  min?: number
  max?: number
  step?: number
  /** Stands after the number: `min`, `eighths`. */
  unit?: string
  decimals?: number
}

/** A number or nothing; nothing is null, never 0. */
export function NumberField({ value, onChange, error, min, max, step, unit, decimals = 0, ...look }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <NumberInput
      {...lookOf(look)}
      value={shownNumber(typed, value)}
      error={error}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      step={step ?? 1}
      decimalScale={decimals}
      allowDecimal={decimals > 0}
      allowNegative={min === undefined || min < 0}
      clampBehavior="none"
      {...(unit !== undefined && { suffix: ` ${unit}` })}
      onBlur={() => setTyped(undefined)}
      onChange={(next) => {
        setTyped(typeof next === 'string' ? next : undefined)
        onChange(numberIn(next))
      }}
    />
  )
}
