import { Button } from '../../../../ui/Button.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'

/** The secret messages are signed with, this once. */
export const SecretShown = ({ secret, onClose }: { secret: string; onClose: () => void }) => (
  <Dialog
    open
    onClose={onClose}
    title="Here is the secret"
    about="It is shown this once. The receiver checks with it that a message is ours: HMAC-SHA-256 over the time, a dot and the body, in the header Unitbase-Signature."
  >
    <CopyField label="Secret" value={secret} />
    <DialogActions>
      <Button onClick={onClose}>Done</Button>
    </DialogActions>
  </Dialog>
)
