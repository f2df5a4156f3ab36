import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Element, ElementCategory } from '../element.contract.ts'
import css from './SheetPane.module.css'

interface AddToSheetProps {
  categories: readonly ElementCategory[]
  elements: readonly Element[]
  present: ReadonlySet<string>
  category: string | undefined
  onAdd: (category: string, name: string) => void
}

/** A line for what the text does not say. Names that are on the list already are offered. */
export function AddToSheet({ categories, elements, present, category, onAdd }: AddToSheetProps) {
  const [code, setCode] = useState<string | null>(category ?? 'props')
  const [name, setName] = useState('')
  const typed = name.trim().toLowerCase()
  const known =
    typed === ''
      ? []
      : elements.filter((one) => !present.has(one.id) && one.name.toLowerCase().includes(typed)).slice(0, 5)
  const add = (chosen: string, as: string) => {
    if (as.trim() === '') return
    onAdd(chosen, as.trim())
    setName('')
  }
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault()
        add(code ?? 'props', name)
      }}
    >
      <div className={css.addLine}>
        <SelectField
          label="Category"
          hideLabel
          choices={categories.map((one) => ({ value: one.code, label: one.name }))}
          value={code}
          onChange={setCode}
        />
        <TextField
          label="Add to the sheet"
          hideLabel
          placeholder="Add to the sheet"
          value={name}
          onChange={setName}
          autoFocus={category !== undefined}
        />
        <Button size="small" type="submit">
          Add
        </Button>
      </div>
      {known.length > 0 && (
        <div className={css.known}>
          On the list:{' '}
          {known.map((one) => (
            <button key={one.id} type="button" onClick={() => add(one.category, one.name)}>
              {one.name}
            </button>
          ))}
        </div>
      )}
    </form>
  )
}
