import { Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { lookOf, type FieldLook, type FieldOf } from './field.ts'
import type { Choice } from './SelectField.tsx'

export interface FindFieldProps extends FieldOf<string | null>, FieldLook {
  /** Asks the office; nothing typed asks for the first few. */
  find: (text: string) => Promise<Choice[]>
  /** What the present value is called, before anything is asked. */
  known?: Choice | undefined
}

const restMs = 150

/** One record out of many: type part of its name. */
export function FindField({ value, onChange, error, find, known, ...look }: FindFieldProps) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<Choice[]>([])
  const [opened, setOpened] = useState(false)
  // `find` is written where the field stands, and is another function at each drawing.
  const latest = useRef(find)
  useEffect(() => {
    latest.current = find
  })
  useEffect(() => {
    if (!opened) return undefined
    let gone = false
    const timer = setTimeout(() => {
      latest.current(text).then(
        (choices) => !gone && setFound(choices),
        () => undefined,
      )
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [text, opened])
  const choices = known && !found.some((it) => it.value === known.value) ? [known, ...found] : found
  return (
    <Select
      {...lookOf(look)}
      value={value}
      error={error}
      data={choices}
      searchable
      clearable
      filter={({ options }) => options}
      onSearchChange={setText}
      onDropdownOpen={() => setOpened(true)}
      nothingFoundMessage={text === '' ? 'Type part of a name' : 'Nobody by that name'}
      comboboxProps={{ withinPortal: true, zIndex: 400 }}
      onChange={onChange}
    />
  )
}
