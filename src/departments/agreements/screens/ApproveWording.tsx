import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import css from './Agreements.module.css'

interface Props {
  /** The version that would be approved. */
  number: number
  /** Something in the editor is not saved: what stands there is not that version. */
  isChanged: boolean
  busy: boolean
  onApprove: (by: string) => void
}

/** Nobody stands for this wording yet; whoever read it is written down with the version. */
export function ApproveWording({ number, isChanged, busy, onApprove }: Props) {
  const [by, setBy] = useState('')
  return (
    <form
      className={css.approve}
      onSubmit={(event) => {
        event.preventDefault()
        onApprove(by)
      }}
    >
      <p>
        <b>Have a lawyer read this.</b> Nobody has approved version {number} yet.
        {isChanged && ' Save first: what stands above is not that version any more.'}
      </p>
      <TextField label="Who read and approved it" value={by} onChange={setBy} disabled={isChanged} />
      <Button type="submit" busy={busy} disabled={isChanged || by.trim() === ''}>
        Record approval
      </Button>
    </form>
  )
}
