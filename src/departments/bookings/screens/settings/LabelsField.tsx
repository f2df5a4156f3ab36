import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import type { FieldOf } from '../../../../ui/field.ts'
import { TextField } from '../../../../ui/TextField.tsx'
import { BookingState } from '../../booking.contract.ts'
import { PLAIN, type Label } from '../../label.rules.ts'
import css from './BookingRules.module.css'

const MEANS: Record<BookingState, string> = {
  planning: 'Nobody is asked yet; claims nothing',
  hold: 'Takes its rank; others may hold behind',
  confirmed: 'Booked; nobody else can book the time',
  released: 'Let go before it was booked',
  cancelled: 'Called off after it was booked; a fee may be due',
}

/** The office's own words under five fixed meanings. The first of each is the usual one. */
export function LabelsField({ value, onChange, error }: FieldOf<Label[]>) {
  const put = (label: Label, name: string) => onChange(value.map((it) => (it === label ? { ...it, name } : it)))
  const first = (label: Label) => {
    const others = value.filter((it) => it !== label)
    const at = others.findIndex(({ meaning }) => meaning === label.meaning)
    onChange(at < 0 ? [...others, label] : others.toSpliced(at, 0, label))
  }
  return (
    <div className={css.meanings}>
      {BookingState.options.map((meaning) => {
        const own = value.filter((label) => label.meaning === meaning)
        return (
          <div key={meaning} role="group" aria-label={`Labels of ${PLAIN[meaning]}`} className={css.meaning}>
            <p>
              <b>{PLAIN[meaning]}</b> <small>{MEANS[meaning]}</small>
            </p>
            <ol className={css.list}>
              {own.map((label, at) => (
                <li key={label.id ?? `new${at}`} className={css.label}>
                  <TextField
                    label={`${PLAIN[meaning]}, label ${at + 1}`}
                    hideLabel
                    value={label.name}
                    onChange={(name) => put(label, name)}
                  />
                  {at === 0 ? (
                    <small>the usual one</small>
                  ) : (
                    <IconButton
                      label={`Make ${label.name} the usual one`}
                      size="small"
                      icon={<IconArrowUp size={14} />}
                      onClick={() => first(label)}
                    />
                  )}
                  <IconButton
                    label={`Put ${label.name} away`}
                    size="small"
                    icon={<IconX size={14} />}
                    disabled={own.length === 1}
                    onClick={() => onChange(value.filter((it) => it !== label))}
                  />
                </li>
              ))}
            </ol>
            <Button
              size="small"
              kind="quiet"
              icon={<IconPlus size={14} />}
              disabled={value.length >= 60}
              onClick={() => onChange([...value, { id: null, meaning, name: '' }])}
            >
              Add a label
            </Button>
          </div>
        )
      })}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
