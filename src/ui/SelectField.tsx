import { MultiSelect, Select } from '@mantine/core'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'

export interface Choice {
  value: string
  label: string
  disabled?: boolean
}

export interface ChoiceGroup {
  group: string
  items: Choice[]
}

export type Choices = readonly (Choice | ChoiceGroup)[]

interface SelectFieldProps<T extends string> extends FieldOf<T | null>, FieldLook {
  choices: Choices
  /** Offers to leave it open. */
  clearable?: boolean
  /** Type to find; on by default past eight choices. */
  searchable?: boolean
  /** Somebody is about to choose. */
  onOpen?: () => void
}

/** One of several. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { value, onChange, error, choices, clearable = false, searchable = choices.length > 8, onOpen, ...look } = props
  return (
    <Select
      {...lookOf(look)}
      value={value}
      error={error}
      data={choices as (Choice | ChoiceGroup)[]}
      clearable={clearable}
      searchable={searchable}
      allowDeselect={clearable}
      nothingFoundMessage="Nothing by that name"
      maxDropdownHeight={300}
      {...(onOpen && { onDropdownOpen: onOpen })}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={(next) => onChange(next as T | null)}
    />
  )
}

interface MultiSelectFieldProps extends FieldOf<string[]>, FieldLook {
  choices: Choices
}

/** Any of several. */
export function MultiSelectField({ value, onChange, error, choices, ...look }: MultiSelectFieldProps) {
  return (
    <MultiSelect
      {...lookOf(look)}
      value={value}
      error={error}
      data={choices as (Choice | ChoiceGroup)[]}
      searchable
      clearable
      nothingFoundMessage="Nothing by that name"
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={onChange}
    />
  )
}
