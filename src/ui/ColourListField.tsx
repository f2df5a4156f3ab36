import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from './Button.tsx'
import { ColourField } from './ColourField.tsx'
import css from './ColourListField.module.css'
import type { FieldOf } from './field.ts'
import { TextField } from './TextField.tsx'

export interface NamedColour {
  name: string
  hex: string
}

interface ColourListFieldProps extends FieldOf<NamedColour[]> {
  /** Names the list for those who do not see it. */
  label: string
  most?: number
}

/** Colours with names, in an order that means something: moved up and down, renamed, taken out, added. */
export function ColourListField({ label, value, onChange, error, most = 20 }: ColourListFieldProps) {
  const put = (at: number, part: Partial<NamedColour>) =>
    onChange(value.map((it, index) => (index === at ? { ...it, ...part } : it)))
  const swap = (a: number, b: number) => {
    const next = [...value]
    const [one, other] = [next[a], next[b]]
    if (!one || !other) return
    next[a] = other
    next[b] = one
    onChange(next)
  }
  return (
    <div role="group" aria-label={label}>
      <ol className={css.list}>
        {value.map((colour, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no names that stay while they are typed
          <li key={at} className={css.row}>
            <span className={css.number}>{at + 1}</span>
            <i className={css.paper} style={{ background: colour.hex }} aria-hidden />
            <TextField
              label={`Name of colour ${at + 1}`}
              hideLabel
              value={colour.name}
              onChange={(name) => put(at, { name })}
            />
            <ColourField label={`Colour ${at + 1}`} hideLabel value={colour.hex} onChange={(hex) => put(at, { hex })} />
            <span className={css.acts}>
              <IconButton
                label={`Move ${colour.name} up`}
                size="small"
                icon={<IconArrowUp size={14} />}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              />
              <IconButton
                label={`Move ${colour.name} down`}
                size="small"
                icon={<IconArrowDown size={14} />}
                disabled={at === value.length - 1}
                onClick={() => swap(at, at + 1)}
              />
              <IconButton
                label={`Take ${colour.name} out`}
                size="small"
                icon={<IconX size={14} />}
                disabled={value.length === 1}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              />
            </span>
          </li>
        ))}
      </ol>
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={14} />}
        disabled={value.length >= most}
        onClick={() => onChange([...value, { name: '', hex: '#ffffff' }])}
      >
        Add a colour
      </Button>
    </div>
  )
}
