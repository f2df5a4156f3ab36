import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Go } from '../../../ui/Go.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { createVendor, likelyVendors, NewVendor } from '../vendor.contract.ts'
import { listVendorCategories } from '../category.contract.ts'
import css from './Vendors.module.css'

interface NewVendorProps {
  onClose: () => void
  onSaved: (id: string) => void
}

export const NewVendorDialog = ({ open, ...form }: NewVendorProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title="New vendor"
    about="A company, or one person who works on their own bill. Who is in the directory already is offered as you type."
  >
    {open && <NewVendorForm {...form} />}
  </Dialog>
)

const blank = {
  name: '',
  isPerson: 'company' as 'company' | 'person' | null,
  email: '',
  phone: '',
  categoryIds: [] as string[],
}
type Draft = typeof blank

const bodyOf = (it: Draft) => ({
  name: it.name,
  isPerson: it.isPerson === 'person',
  email: it.email.trim() || null,
  phone: it.phone.trim() || null,
  categoryIds: it.categoryIds,
})

function NewVendorForm({ onClose, onSaved }: NewVendorProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const categories = useAsk(listVendorCategories).data?.items ?? []
  const send = async (body: unknown, idempotencyKey: string) => {
    const vendor = await browser.call(createVendor, { body: body as never, idempotencyKey })
    toast.done(`${vendor.name} is a vendor`)
    onClose()
    await refresh(client, null)
    onSaved(vendor.id)
  }
  const form = useForm({ schema: NewVendor, initial: blank, toSend: bodyOf, save: (body) => send(body, key) })
  const { field, draft } = form
  return (
    <Form of={form} action="Add vendor" onCancel={onClose}>
      <FieldRow>
        <TextField label="Name" required autoFocus placeholder="Quay Lamps" {...field('name')} />
        <SelectField
          label="They are"
          choices={[
            { value: 'company', label: 'A company' },
            { value: 'person', label: 'One person' },
          ]}
          {...field('isPerson')}
        />
      </FieldRow>
      <FieldRow>
        <TextField label="E-mail" type="email" {...field('email')} />
        <TextField label="Phone" type="tel" {...field('phone')} />
      </FieldRow>
      <MultiSelectField
        label="What they deliver"
        choices={categories.map(({ id, name }) => ({ value: id as string, label: name }))}
        {...field('categoryIds')}
      />
      <Hints
        of={draft}
        onTake={(hint) =>
          void send(
            {
              ...(hint.kind === 'company' ? { companyId: hint.id } : { personId: hint.id }),
              categoryIds: draft.categoryIds,
            },
            `${key}:${hint.id}`,
          ).catch(toast.problem)
        }
      />
    </Form>
  )
}

const reasons = { name: 'same name', email: 'same e-mail', phone: 'same number' }

/** Somebody who may be meant: open the vendor there is, or take the record of the directory instead of a second one. */
function Hints({ of, onTake }: { of: Draft; onTake: (hint: { kind: 'company' | 'person'; id: string }) => void }) {
  const { name, email, phone } = useDeferredValue(of)
  const query = { name: name.trim(), ...(email && { email }), ...(phone && { phone }) }
  const asked = useAsk(likelyVendors, { query }, { enabled: name.trim().length > 2 || email !== '' || phone !== '' })
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className={css.note} role="status">
      <b>In the directory already</b>
      <ul className={css.hints}>
        {items.map((hint) => (
          <li key={hint.id}>
            <span>
              {hint.name} <span className={css.quiet}>({reasons[hint.by]})</span>
            </span>
            {hint.vendorId === null ? (
              <Button size="small" onClick={() => onTake(hint)}>
                Take this one
              </Button>
            ) : (
              <Go to={`/vendors/${hint.vendorId}`}>Open the vendor</Go>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
