import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { addFolder } from '../folder.contract.ts'

interface FolderDialogProps {
  open: boolean
  productionId: string
  parentId: string | null
  onClose: () => void
  onAdded: (id: string) => void
}

export const FolderDialog = ({ open, onClose, ...rest }: FolderDialogProps) => (
  <Dialog open={open} onClose={onClose} title="New folder" size="small">
    <FolderForm {...rest} onClose={onClose} />
  </Dialog>
)

function FolderForm({ productionId, parentId, onClose, onAdded }: Omit<FolderDialogProps, 'open'>) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: addFolder.body!,
    initial: { name: '' },
    toSend: ({ name }) => ({ name, parentId }),
    save: async (body) => {
      const made = await browser.call(addFolder, { params: { productionId }, body, idempotencyKey: key })
      await refresh(client, productionId)
      onAdded(made.id)
      onClose()
    },
  })
  return (
    <Form of={form} action="Make the folder" onCancel={onClose}>
      <TextField label="Name" autoFocus placeholder="Permits" {...form.field('name')} />
    </Form>
  )
}
