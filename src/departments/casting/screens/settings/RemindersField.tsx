import type { FieldOf } from '../../../../ui/field.ts'
import { LinesField } from '../../../../ui/LinesField.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import css from './CastingRules.module.css'
import { noticeText } from './rules.draft.rules.ts'

/** How long before its end a request is said again; as many times as there are lines. */
export function RemindersField(field: FieldOf<(number | null)[]>) {
  return (
    <LinesField
      {...field}
      label="Reminders"
      word="reminder"
      none="Nobody is reminded by itself."
      blank={null}
      most={10}
      lineClass={css.step}
    >
      {(hours, put, number) => (
        <>
          <NumberField label={`Reminder ${number}`} hideLabel unit="h" min={1} max={720} value={hours} onChange={put} />
          <span>{hours === null ? 'before the end' : `before the end, that is ${noticeText(hours)}`}</span>
        </>
      )}
    </LinesField>
  )
}
