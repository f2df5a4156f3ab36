import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { inviteVendor } from '../proposal.contract.ts'
import type { Vendor } from '../vendor.contract.ts'

interface InviteProps {
  vendor: Vendor
  onClose: () => void
}

export const InviteDialog = ({ open, ...form }: InviteProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title={`Invite ${form.vendor.name}`}
    about="They get a link that works for thirty days. An earlier link stops working."
  >
    {open && <InviteForm {...form} />}
  </Dialog>
)

function InviteForm({ vendor, onClose }: InviteProps) {
  const invite = useChange(inviteVendor)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: inviteVendor.body!,
    initial: {
      email: vendor.emails?.[0] ?? vendor.contacts.find(({ email }) => email !== null)?.email ?? '',
      locale: 'en' as 'en' | 'de' | null,
      message: '',
    },
    save: async (body) => {
      await invite.mutateAsync({ params: { vendorId: vendor.id }, body, idempotencyKey: key })
      toast.done(`${vendor.name} is invited`)
      onClose()
    },
  })
  const { field } = form
  return (
    <Form of={form} action="Send the link" onCancel={onClose}>
      <FieldRow>
        <TextField label="E-mail" type="email" required autoFocus {...field('email')} />
        <SelectField
          label="Letter in"
          choices={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'German' },
          ]}
          {...field('locale')}
        />
      </FieldRow>
      <TextAreaField label="A word of yours" {...field('message')} />
    </Form>
  )
}
