import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { IconButton } from '../../../../ui/Button.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { StripField, type StripShape } from '../../layout.contract.ts'
import { fieldsOf, fieldWords, lineOf, placed, stepped, type Line } from '../../layout.rules.ts'
import css from './LayoutSample.module.css'

const choices = [
  { value: 'upper', label: 'Upper line' },
  { value: 'lower', label: 'Lower line' },
  { value: 'off', label: 'Not shown' },
] as const

/** Each field with its line and its place in it; those not shown wait below. */
export function LayoutFields({ shape, onChange }: { shape: StripShape; onChange: (shape: StripShape) => void }) {
  const shown = fieldsOf(shape)
  const all = [...shown, ...StripField.options.filter((field) => !shown.includes(field))]
  return (
    <div className={css.fields} role="group" aria-label="Fields of a strip">
      {all.map((field) => {
        const line = lineOf(shape, field)
        const order = line === null ? [] : shape[line]
        return (
          <div key={field} className={css.field}>
            <SelectField<Line | 'off'>
              label={fieldWords[field]}
              value={line ?? 'off'}
              choices={choices}
              onChange={(to) => onChange(placed(shape, field, to === 'off' || to === null ? null : to))}
            />
            <span>
              <IconButton
                icon={<IconChevronUp size={16} />}
                label={`${fieldWords[field]} further left`}
                disabled={order.indexOf(field) <= 0}
                onClick={() => onChange(stepped(shape, field, -1))}
              />
              <IconButton
                icon={<IconChevronDown size={16} />}
                label={`${fieldWords[field]} further right`}
                disabled={line === null || order.indexOf(field) === order.length - 1}
                onClick={() => onChange(stepped(shape, field, 1))}
              />
            </span>
          </div>
        )
      })}
    </div>
  )
}
