import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { Account, enterBank } from '../bank.contract.ts'
import type { Vendor } from '../vendor.contract.ts'

interface NewAccountProps {
  vendor: Vendor
  onClose: () => void
}

export const NewAccountDialog = ({ open, ...form }: NewAccountProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title={`New account of ${form.vendor.name}`}
    about="It is sealed at once, and counts after the call back. Until then the one before it stays."
  >
    {open && <NewAccountForm {...form} />}
  </Dialog>
)

function NewAccountForm({ vendor, onClose }: NewAccountProps) {
  const enter = useChange(enterBank)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Account,
    initial: {
      holder: vendor.legalName ?? vendor.name,
      account: '',
      bankCode: '',
      bankName: '',
      country: '',
      currency: vendor.currency ?? '',
    },
    toSend: (it) => ({ ...it, country: it.country.trim() || null, currency: it.currency.trim() || null }),
    save: async (body) => {
      await enter.mutateAsync({ params: { vendorId: vendor.id }, body, idempotencyKey: key })
      toast.done('The account waits for a call back')
      onClose()
    },
  })
  const { field } = form
  return (
    <Form of={form} action="Enter account" onCancel={onClose}>
      <TextField label="Holder" required {...field('holder')} />
      <TextField label="IBAN or account number" required autoFocus {...field('account')} />
      <FieldRow>
        <TextField label="Routing number, sort code or BIC" {...field('bankCode')} />
        <TextField label="Bank" {...field('bankName')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Country" maxLength={2} placeholder="GB" {...field('country')} />
        <TextField label="Currency" maxLength={3} placeholder="GBP" {...field('currency')} />
      </FieldRow>
    </Form>
  )
}
