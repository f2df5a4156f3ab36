import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import type { FieldOf } from '../../../../ui/field.ts'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { LengthField } from '../../../../ui/TimeField.tsx'
import css from './Tables.module.css'
import type { StepDraft } from './table.draft.rules.ts'

/** From so many hours of the day on, the hourly rate counts so often. No row: single time. */
export function StepsField({ label, value, onChange, error }: FieldOf<StepDraft[]> & { label: string }) {
  const set = (at: number, part: Partial<StepDraft>) =>
    onChange(value.map((it, i) => (i === at ? { ...it, ...part } : it)))
  return (
    <div role="group" aria-label={label} className={css.steps}>
      {value.map((it, at) => (
        <div key={at} className={css.step}>
          <LengthField label="From hour" value={it.fromMinutes} onChange={(fromMinutes) => set(at, { fromMinutes })} />
          <NumberField
            label="Times the hour"
            min={1}
            max={10}
            decimals={2}
            step={0.5}
            value={it.times}
            onChange={(times) => set(at, { times })}
          />
          <IconButton
            label={`Remove step ${at + 1} of ${label.toLowerCase()}`}
            icon={<IconTrash size={16} />}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      {error !== undefined && (
        <p className={css.fault} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={16} />}
        onClick={() => onChange([...value, { fromMinutes: null, times: 1.5 }])}
      >
        Add a step
      </Button>
    </div>
  )
}
