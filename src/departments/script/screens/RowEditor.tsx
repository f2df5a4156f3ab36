import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Element, SheetRow } from '../element.contract.ts'
import css from './SheetPane.module.css'

interface RowEditorProps {
  row: SheetRow
  element: Element
  onClose: () => void
  onPut: (next: { quantity: number; note: string }) => void
  onTakeOff: () => void
}

/** Quantity and note of one element in this scene. Enter keeps them. */
export function RowEditor({ row, element, onClose, onPut, onTakeOff }: RowEditorProps) {
  const [quantity, setQuantity] = useState<number | null>(row.quantity)
  const [note, setNote] = useState(row.note)
  const keep = () => {
    if (quantity !== row.quantity || note !== row.note) onPut({ quantity: Math.max(1, quantity ?? 1), note })
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is heard for every field inside
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <b>{element.name}</b>
      <div className={css.quantity}>
        <NumberField
          label={`How many ${element.name}`}
          hideLabel
          min={1}
          max={10_000}
          value={quantity}
          onChange={setQuantity}
          autoFocus
        />
      </div>
      <TextField
        label={`Note on ${element.name}`}
        hideLabel
        placeholder="hero, spare, wet …"
        value={note}
        onChange={setNote}
      />
      <Button size="small" type="submit">
        Keep
      </Button>
      <IconButton
        label={`Take ${element.name} off this sheet`}
        size="small"
        icon={<IconTrash size={14} />}
        onClick={() => {
          onTakeOff()
          onClose()
        }}
      />
    </form>
  )
}
