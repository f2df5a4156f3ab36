import { MultiSelect, Select, type ComboboxParsedItem } from '@mantine/core'
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
  /** Hears what is typed, where the choices are more than are asked for at once: whoever gives them finds by it. */
  onFind?: (text: string) => void
}

/** What the office found by the words is shown as it found it. */
const asFound = (onFind: ((text: string) => void) | undefined) =>
  onFind && { onSearchChange: onFind, filter: ({ options }: { options: ComboboxParsedItem[] }) => options }

/** What stands in the field of a choice that was made is not what somebody looks for. */
const labelOf = (choices: Choices, value: string | null): string | undefined =>
  choices.flatMap((it) => ('group' in it ? it.items : it)).find((it) => it.value === value)?.label

/** One of several. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const {
    value,
    onChange,
    error,
    choices,
    clearable = false,
    searchable = choices.length > 8,
    onOpen,
    onFind,
    ...look
  } = props
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
      {...asFound(onFind && ((text) => onFind(text === labelOf(choices, value) ? '' : text)))}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={(next) => onChange(next as T | null)}
    />
  )
}

interface MultiSelectFieldProps extends FieldOf<string[]>, FieldLook, Pick<SelectFieldProps<string>, 'onFind'> {
  choices: Choices
}

/** Any of several. */
export function MultiSelectField({ value, onChange, error, choices, onFind, ...look }: MultiSelectFieldProps) {
  return (
    <MultiSelect
      {...lookOf(look)}
      value={value}
      error={error}
      data={choices as (Choice | ChoiceGroup)[]}
      searchable
      clearable
      nothingFoundMessage="Nothing by that name"
      {...asFound(onFind)}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={onChange}
    />
  )
}
