import { TextInput } from '@mantine/core'
import css from './ColourField.module.css'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

const isHex = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/** A colour: picked from the swatch, or typed as `#cfe3fa`. */
export function ColourField({ value, onChange, error, ...look }: FieldOf<string> & FieldLook) {
  return (
    <TextInput
      {...lookOf(look)}
      value={value}
      error={error}
      autoComplete="off"
      spellCheck={false}
      placeholder="#cfe3fa"
      leftSection={
        <input
          type="color"
          className={css.swatch}
          aria-label={`Pick ${look.label}`}
          value={isHex(value) ? value : '#ffffff'}
          disabled={look.disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      }
      onChange={(event) => {
        const text = event.currentTarget.value.trim().toLowerCase()
        onChange(/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text)
      }}
    />
  )
}
