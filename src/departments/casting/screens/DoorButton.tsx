import { IconDeviceTablet } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { toast } from '../../../ui/toast.tsx'
import { closeDoor, openDoor } from '../door.contract.ts'
import type { Session } from '../session.contract.ts'
import own from './Sessions.module.css'

/** The tablet at the door: its address as a code to scan, and an end to it. */
export function DoorButton({ productionId, session }: { productionId: string; session: Session }) {
  const [address, setAddress] = useState<string>()
  const opening = useChange(openDoor)
  const closing = useChange(closeDoor)
  const params = { productionId, sessionId: session.id }
  const open = () => opening.mutate({ params }, { onError: toast.problem, onSuccess: (it) => setAddress(it.address) })
  const close = () =>
    closing.mutate(
      { params },
      {
        onError: toast.problem,
        onSuccess: () => {
          setAddress(undefined)
          toast.done('The door is closed', { detail: 'Who has signed stays signed.' })
        },
      },
    )
  return (
    <>
      <Button
        icon={<IconDeviceTablet size={16} />}
        busy={opening.isPending}
        aria-pressed={session.hasDoor}
        onClick={open}
      >
        {session.hasDoor ? 'Door is open' : 'Tablet at the door'}
      </Button>
      <Dialog
        open={address !== undefined}
        onClose={() => setAddress(undefined)}
        title="Tablet at the door"
        about="Scan this with the tablet. Who comes touches their name, reads the text and signs in; nothing else of anybody is shown there. It closes by itself in the night after the day."
      >
        {address !== undefined && (
          <>
            <div className={own.code}>
              <QrCode text={address} label="Address of the door" />
            </div>
            <CopyField label="Address" value={address} />
          </>
        )}
        <DialogActions>
          <Button kind="accent" onClick={() => setAddress(undefined)}>
            Done
          </Button>
          <Button busy={closing.isPending} onClick={close}>
            Close the door
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
