import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { keepCrewTemplate } from '../needs.contract.ts'

/** The positions of this production, under a name, for the next one. */
export function KeepTemplateDialog({ productionId, onClose }: { productionId: string; onClose: () => void }) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: bodyOf(keepCrewTemplate),
    initial: { name: '' },
    save: async (body) => {
      const params = { productionId }
      await browser.call(keepCrewTemplate, { params, body, idempotencyKey: key })
      toast.done(`${body.name} can be chosen on every production`)
      onClose()
      await refresh(client, productionId)
    },
  })
  return (
    <Dialog open onClose={onClose} title="Keep as a template" size="small">
      <Form of={form} action="Keep" onCancel={onClose}>
        <TextField
          label="Name"
          hint="One of ours by the same name is replaced"
          required
          autoFocus
          {...form.field('name')}
        />
      </Form>
    </Dialog>
  )
}
