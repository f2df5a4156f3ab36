import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { base64Of } from '../../../ui/base64.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { PasswordField } from '../../../ui/TextField.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { importSeal } from '../seal.contract.ts'
import css from './Agreements.module.css'

/** Takes a certificate as trust services hand it out: one file with key and chain, and its password. */
export function CertificateDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState('')
  const bring = useChange(importSeal, {
    onDone: () => {
      toast.done('Papers are sealed with this certificate from now on')
      onClose()
    },
  })
  const press = async () => {
    if (file === undefined) return setWrong('Choose the file first.')
    setWrong('')
    bring.mutate(
      { body: { p12: await base64Of(file), password }, idempotencyKey: crypto.randomUUID() },
      { onError: (thrown) => setWrong(problemOf(thrown).detail ?? problemOf(thrown).title) },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Bring a certificate"
      about="A file that ends in .p12 or .pfx, from a trust service. Its key is kept sealed and never leaves the office again."
    >
      <div className={css.fields}>
        <FileDrop
          label={file ? file.name : 'The certificate: .p12 or .pfx'}
          accept=".p12,.pfx"
          autoFocus
          onFiles={([next]) => setFile(next)}
        />
        <PasswordField
          label="Its password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          {...(wrong !== '' && { error: wrong })}
        />
      </div>
      <DialogActions>
        <Button kind="accent" busy={bring.isPending} onClick={() => void press()}>
          Seal with it from now on
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
