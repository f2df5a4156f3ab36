import { Autocomplete } from '@mantine/core'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

/** Words that are offered under one heading. */
export interface Suggestions {
  group: string
  items: string[]
}

interface SuggestFieldProps extends FieldOf<string>, FieldLook {
  /** Offered while somebody types; anything else may be written too. */
  suggestions: Suggestions[]
}

/** Text that is mostly one of the usual words. */
export function SuggestField({ value, onChange, error, suggestions, ...look }: SuggestFieldProps) {
  return (
    <Autocomplete
      {...lookOf(look)}
      value={value}
      error={error}
      data={suggestions}
      autoComplete="off"
      maxDropdownHeight={260}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={onChange}
    />
  )
}
