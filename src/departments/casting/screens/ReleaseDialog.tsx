import { useEffect, useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Fold } from '../../../ui/Form.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { releaseBackups } from '../hold.contract.ts'
import css from './Casting.module.css'

interface ReleaseDialogProps {
  open: boolean
  productionId: string
  roleId: string
  onClose: () => void
}

/** Everybody who was not chosen, with the letter each of them gets, before anything leaves. */
export const ReleaseDialog = ({ open, ...props }: ReleaseDialogProps) => (
  <Dialog open={open} onClose={props.onClose} title="Release the others" size="wide">
    {open && <Releasing {...props} />}
  </Dialog>
)

function Releasing({ productionId, roleId, onClose }: Omit<ReleaseDialogProps, 'open'>) {
  const [text, setText] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const look = useChange(releaseBackups)
  const send = useChange(releaseBackups)
  const params = { productionId, roleId }
  const { mutate } = look
  useEffect(
    () => mutate({ params: { productionId, roleId }, body: { send: false, text } }),
    [mutate, productionId, roleId, text],
  )
  const found = look.data
  const go = () =>
    send.mutate(
      { params, body: { send: true, text }, idempotencyKey: key },
      {
        onError: toast.problem,
        onSuccess: ({ released }) => {
          onClose()
          toast.done(`${plural(released, 'person', 'people')} released`, {
            detail: 'The mails leave when the undo window ends.',
          })
        },
      },
    )
  return (
    <>
      <TextAreaField label="A word of your own" rows={2} value={text} onChange={setText} />
      {found?.letters.map(({ candidateId, to, subject, text: words }) => (
        <Fold key={candidateId} title={`${to}, ${subject}`}>
          <p className={css.prose}>{words}</p>
        </Fold>
      ))}
      {found && found.unreachable.length > 0 && (
        <p>To be called, they have no address: {listed(found.unreachable, 12)}.</p>
      )}
      {found && found.letters.length === 0 && found.unreachable.length === 0 && (
        <p>Nobody else is left in this role.</p>
      )}
      <DialogActions>
        <Button kind="accent" busy={send.isPending} disabled={found === undefined} onClick={go}>
          Release {plural((found?.letters.length ?? 0) + (found?.unreachable.length ?? 0), 'person', 'people')}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}
