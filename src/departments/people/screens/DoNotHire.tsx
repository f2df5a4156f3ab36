import { IconBan } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { setDoNotHire, type Profile } from '../profile.contract.ts'

/** Says that somebody is not to be hired, and why; or takes it back. */
export function DoNotHire({ profile }: { profile: Profile }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const set = useChange(setDoNotHire)
  const put = (next: string | null, version: number) =>
    set.mutate(
      { params: { personId: profile.personId }, body: { reason: next }, ifMatch: version },
      {
        onError: toast.problem,
        onSuccess: (saved) => {
          setOpen(false)
          toast.done(next === null ? 'May be hired again' : 'Marked as not to be hired', {
            undo: () => put(next === null ? (profile.doNotHire?.reason ?? null) : null, saved.version),
          })
        },
      },
    )
  if (profile.doNotHire) return <Button onClick={() => put(null, profile.version)}>May be hired again</Button>
  return (
    <>
      <Button icon={<IconBan size={16} />} onClick={() => setOpen(true)}>
        Do not hire
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Not to be hired"
        about="Your name and the date stand beside the reason. They stay in the directory, marked."
      >
        <TextAreaField label="Reason" required autoFocus value={reason} onChange={setReason} />
        <DialogActions>
          <Button
            kind="danger"
            busy={set.isPending}
            disabled={reason.trim() === ''}
            onClick={() => put(reason, profile.version)}
          >
            Mark as not to be hired
          </Button>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
