import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { type DocumentRecord } from '../document.contract.ts'
import { addVersion, restoreVersion } from '../documentVersion.contract.ts'

interface VersionDialogProps {
  productionId: string
  document: DocumentRecord
  onClose: () => void
}

/** A newer file for the same document; the old one stays. */
export function VersionDialog({ productionId, document: it, onClose }: VersionDialogProps) {
  const client = useQueryClient()
  const [fileId, setFileId] = useState<string>()
  const [note, setNote] = useState('')
  const [saving, setSaving] = useState(false)
  const params = { productionId, documentId: it.id }
  const save = async () => {
    setSaving(true)
    try {
      const saved = await browser.call(addVersion, {
        params,
        body: { fileId: fileId as never, note },
        ifMatch: it.version,
      })
      const back = async () => {
        await browser.call(restoreVersion, { params, body: { number: it.number }, ifMatch: saved.version })
        await refresh(client, productionId)
      }
      toast.done(`${it.name} is at version ${saved.number}`, { undo: () => back().catch(toast.problem) })
      onClose()
      await refresh(client, productionId)
    } catch (thrown) {
      toast.problem(thrown)
      setSaving(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`New version of ${it.name}`}
      about={`Version ${it.number} is kept and can be made current again.`}
    >
      <FileDrop label="The newer file" onUploaded={(arrived) => setFileId(arrived.fileId)} />
      <TextField label="What is new" placeholder="After the second recce" value={note} onChange={setNote} />
      <DialogActions>
        <Button kind="accent" busy={saving} disabled={fileId === undefined} onClick={() => void save()}>
          Add the version
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  )
}
