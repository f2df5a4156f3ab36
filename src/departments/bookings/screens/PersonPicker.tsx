import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { listPeople, type PersonLine } from '../../people/person.contract.ts'

interface PersonPickerProps {
  error: string | undefined
  onPerson: (person: PersonLine) => void
  /** Nobody of this name is chosen: the name as typed. */
  onNew: (name: string) => void
}

const NEW = 'new'

/** Type a few letters to find somebody in the directory; a name nobody has becomes a new record. */
export function PersonPicker({ error, onPerson, onNew }: PersonPickerProps) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const q = useDeferredValue(typed.trim())
  const asked = useAsk(listPeople, { query: { q, limit: 8 } }, { enabled: q !== '' })
  const found = q === '' ? [] : (asked.data?.items ?? [])
  const submit = (value: string) => {
    const person = found.find(({ id }) => id === value)
    if (person) {
      setTyped(person.name)
      onPerson(person)
    } else onNew(typed)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal zIndex={400}>
      <Combobox.Target>
        <TextInput
          label="Who"
          withAsterisk
          data-autofocus
          autoComplete="off"
          placeholder="Name, position or e-mail"
          value={typed}
          error={error}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            onNew(event.currentTarget.value)
            combobox.openDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {found.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {person.name}
              <small style={{ color: 'var(--ink-3)', marginInlineStart: 8 }}>
                {[person.position, person.company, person.email].filter(Boolean).join(', ')}
              </small>
            </Combobox.Option>
          ))}
          <Combobox.Option value={NEW}>Add “{typed.trim()}” to the directory</Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
