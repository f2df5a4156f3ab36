import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { BoardAct } from './BoardSwitch.tsx'

interface NewBoardDialogProps {
  act: BoardAct
  from: string
  busy: boolean
  onCreate: (name: string) => void
  onClose: () => void
}

const about: Partial<Record<BoardAct, string>> = {
  copy: 'Days, order, times and look come along. Change what you like; nothing moves on the board it came from.',
  new: 'Every scene waits in the boneyard.',
  alongside: 'For a second unit or a reshoot: it counts together with the active plan once it is published.',
}

/** Another board: a copy to try something, an empty one, or one that runs alongside. */
export function NewBoardDialog({ act, from, busy, onCreate, onClose }: NewBoardDialogProps) {
  const [name, setName] = useState(act === 'alongside' ? 'Second unit' : act === 'copy' ? `${from}, draft` : 'Plan B')
  const title = act === 'copy' ? `Copy ${from}` : act === 'alongside' ? 'New board alongside' : 'New board'
  return (
    <Dialog open onClose={onClose} title={title} about={about[act]} size="small">
      <TextField label="Name" value={name} onChange={setName} autoFocus onEnter={() => name.trim() && onCreate(name)} />
      <DialogActions>
        <Button kind="accent" busy={busy} disabled={name.trim() === ''} onClick={() => onCreate(name.trim())}>
          Create
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
