import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { plural } from '../../../ui/words.ts'
import type { Element } from '../element.contract.ts'

interface MergeDialogProps {
  elements: readonly Element[]
  onMerge: (into: Element) => void
  onClose: () => void
}

/** Several become one: which name stays? */
export function MergeDialog({ elements, onMerge, onClose }: MergeDialogProps) {
  const busiest = elements.toSorted((a, b) => b.scenes.length - a.scenes.length)[0]
  const [into, setInto] = useState<string | null>(busiest?.id ?? null)
  const chosen = elements.find(({ id }) => id === into)
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`Make ${elements.length} elements one`}
      about="The one that stays takes the sheets, links and notes of the others, and keeps their names as other names."
    >
      <SelectField
        label="Which stays"
        choices={elements.map(({ id, name, scenes }) => ({
          value: id,
          label: `${name}, ${plural(scenes.length, 'scene')}`,
        }))}
        value={into}
        onChange={setInto}
      />
      <DialogActions>
        <Button kind="accent" disabled={!chosen} onClick={() => chosen && onMerge(chosen)}>
          Merge into {chosen?.name ?? '…'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
