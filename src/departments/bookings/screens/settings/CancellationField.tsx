import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import type { FieldOf } from '../../../../ui/field.ts'
import { NumberField } from '../../../../ui/NumberField.tsx'
import css from './BookingRules.module.css'

export interface StepDraft {
  withinHours: number | null
  feePercent: number | null
}

/** What a cancelled day costs, by the notice that is left. The shortest notice that fits decides. */
export function CancellationField({ value, onChange, error }: FieldOf<StepDraft[]>) {
  const put = (at: number, part: Partial<StepDraft>) =>
    onChange(value.map((step, index) => (index === at ? { ...step, ...part } : step)))
  return (
    <div role="group" aria-label="Cancellation table">
      <ol className={css.list}>
        {value.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing that stays while they are typed
          <li key={at} className={css.step}>
            <span>Less than</span>
            <NumberField
              label={`Notice of line ${at + 1}`}
              hideLabel
              unit="h"
              min={1}
              value={step.withinHours}
              onChange={(withinHours) => put(at, { withinHours })}
            />
            <span>before the day</span>
            <NumberField
              label={`Fee of line ${at + 1}`}
              hideLabel
              unit="%"
              min={0}
              max={100}
              value={step.feePercent}
              onChange={(feePercent) => put(at, { feePercent })}
            />
            <span>of the day</span>
            <IconButton
              label={`Take line ${at + 1} out`}
              size="small"
              icon={<IconX size={14} />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      {value.length === 0 && <p className={css.none}>Cancelling costs nothing, whatever the notice.</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={14} />}
        disabled={value.length >= 20}
        onClick={() => onChange([...value, { withinHours: null, feePercent: null }])}
      >
        Add a line
      </Button>
    </div>
  )
}
