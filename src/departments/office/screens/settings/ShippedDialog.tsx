import { Button } from '../../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { plural } from '../../../../ui/words.ts'
import type { ShippedRow, ShippedSummary } from '../../shipped.contract.ts'
import { ShippedChanges } from './ShippedChanges.tsx'

interface ShippedDialogProps {
  list: ShippedSummary
  rows: readonly ShippedRow[]
  busy: boolean
  onSetBack: () => void
  onClose: () => void
}

/** The last look before rows go back. */
export const ShippedDialog = ({ list, rows, busy, onSetBack, onClose }: ShippedDialogProps) => (
  <Dialog
    open
    size="wide"
    onClose={onClose}
    title={rows.length === 1 ? `Set ${rows[0]?.label} back` : `Set ${plural(rows.length, list.one, list.many)} back`}
    about="What the office added stays. What uses these rows keeps them, and shows them as they came."
  >
    <ShippedChanges rows={rows} />
    <DialogActions>
      <Button kind="accent" busy={busy} onClick={onSetBack}>
        Set back
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </DialogActions>
  </Dialog>
)
