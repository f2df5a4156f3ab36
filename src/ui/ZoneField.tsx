import { useState } from 'react'
import { zoneLetters } from './dates.ts'
import type { FieldLook, FieldOf } from './field.ts'
import { SelectField, type Choice } from './SelectField.tsx'

export interface ZoneFieldProps<T extends string> extends FieldOf<T | null>, FieldLook {
  clearable?: boolean
}

/** A time zone of the world, by city: `Europe/London (BST)`. */
export function ZoneField<T extends string>(props: ZoneFieldProps<T>) {
  const [isOpen, setOpen] = useState(false)
  const own = props.value === null ? [] : [choiceOf(props.value)]
  return <SelectField {...props} searchable choices={isOpen ? everyZone() : own} onOpen={() => setOpen(true)} />
}

let known: Choice[] | undefined

/** The letters of four hundred zones take longer than a form may take to appear, so they wait until somebody looks. */
const everyZone = (): Choice[] => (known ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map(choiceOf))

const choiceOf = (zone: string): Choice => ({
  value: zone,
  label: `${zone.replaceAll('_', ' ')} (${zoneLetters(zone)})`,
})
