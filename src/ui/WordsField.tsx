import { TagsInput } from '@mantine/core'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

interface WordsFieldProps extends FieldOf<string[]>, FieldLook {
  /** Words others used, offered while typing, so that one thing gets one name. */
  known?: readonly string[]
}

/** Several words: Enter or a comma ends one, Backspace takes the last out. */
export function WordsField({ value, onChange, error, known = [], ...look }: WordsFieldProps) {
  return (
    <TagsInput
      {...lookOf(look)}
      value={value}
      error={error}
      data={[...known]}
      acceptValueOnBlur
      clearable
      splitChars={[',', ';']}
      maxDropdownHeight={240}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={onChange}
    />
  )
}
