import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import type { FieldOf } from '../../../../ui/field.ts'
import { NumberField } from '../../../../ui/NumberField.tsx'
import css from './CastingRules.module.css'
import { noticeText } from './rules.draft.rules.ts'

/** How long before its end a request is said again; as many times as there are lines. */
export function RemindersField({ value, onChange, error }: FieldOf<(number | null)[]>) {
  return (
    <div role="group" aria-label="Reminders">
      <ol className={css.list}>
        {value.map((hours, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing that stays while they are typed
          <li key={at} className={css.step}>
            <NumberField
              label={`Reminder ${at + 1}`}
              hideLabel
              unit="h"
              min={1}
              max={720}
              value={hours}
              onChange={(next) => onChange(value.map((it, index) => (index === at ? next : it)))}
            />
            <span>{hours === null ? 'before the end' : `before the end, that is ${noticeText(hours)}`}</span>
            <IconButton
              label={`Take reminder ${at + 1} out`}
              size="small"
              icon={<IconX size={14} />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      {value.length === 0 && <p className={css.none}>Nobody is reminded by itself.</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={14} />}
        disabled={value.length >= 10}
        onClick={() => onChange([...value, null])}
      >
        Add a reminder
      </Button>
    </div>
  )
}
