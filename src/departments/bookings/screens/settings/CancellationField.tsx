import type { FieldOf } from '../../../../ui/field.ts'
import { LinesField } from '../../../../ui/LinesField.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import css from './BookingRules.module.css'

export interface StepDraft {
  withinHours: number | null
  feePercent: number | null
}

const blank: StepDraft = { withinHours: null, feePercent: null }

/** What a cancelled day costs, by the notice that is left. The shortest notice that fits decides. */
export function CancellationField(field: FieldOf<StepDraft[]>) {
  return (
    <LinesField
      {...field}
      label="Cancellation table"
      word="line"
      none="Cancelling costs nothing, whatever the notice."
      blank={blank}
      most={20}
      lineClass={css.step}
    >
      {(step, put, number) => (
        <>
          <span>Less than</span>
          <NumberField
            label={`Notice of line ${number}`}
            hideLabel
            unit="h"
            min={1}
            value={step.withinHours}
            onChange={(withinHours) => put({ ...step, withinHours })}
          />
          <span>before the day</span>
          <NumberField
            label={`Fee of line ${number}`}
            hideLabel
            unit="%"
            min={0}
            max={100}
            value={step.feePercent}
            onChange={(feePercent) => put({ ...step, feePercent })}
          />
          <span>of the day</span>
        </>
      )}
    </LinesField>
  )
}
