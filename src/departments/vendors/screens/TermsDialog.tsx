import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listed } from '../../../ui/words.ts'
import { listPeople } from '../../people/person.contract.ts'
import { changeVendor, getVendor, VendorBody, type Vendor } from '../vendor.contract.ts'
import { listVendorCategories } from '../category.contract.ts'
import css from './Vendors.module.css'

interface TermsProps {
  vendor: Vendor
  onClose: () => void
}

export const TermsDialog = ({ open, ...form }: TermsProps & { open: boolean }) => (
  <Dialog open={open} onClose={form.onClose} title={`Terms of ${form.vendor.name}`}>
    {open && <TermsForm {...form} />}
  </Dialog>
)

const draftOf = (it: Vendor) => ({
  categoryIds: it.categories.map(({ id }) => id),
  contacts: it.contacts.map(({ personId, name, does }) => ({ personId: personId as string | null, name, does })),
  paymentDays: it.paymentDays,
  paymentTerms: it.paymentTerms ?? '',
  currency: it.currency ?? '',
  taxKind: '',
  taxId: '',
  notes: it.notes ?? '',
})

function TermsForm({ vendor, onClose }: TermsProps) {
  const client = useQueryClient()
  const categories = useAsk(listVendorCategories).data?.items ?? []
  const form = useForm({
    schema: VendorBody,
    initial: draftOf(vendor),
    toSend: (it) => ({
      categoryIds: it.categoryIds,
      contacts: it.contacts.flatMap(({ personId, does }) => (personId === null ? [] : [{ personId, does }])),
      paymentDays: it.paymentDays,
      paymentTerms: it.paymentTerms.trim() || null,
      currency: it.currency.trim() || null,
      ...(it.taxId.trim() !== '' && { tax: { kind: it.taxKind, id: it.taxId } }),
      ...(vendor.notes !== null || it.notes.trim() !== '' ? { notes: it.notes.trim() || null } : {}),
    }),
    save: async (body, version = vendor.version) => {
      await browser.call(changeVendor, { params: { vendorId: vendor.id }, body, ifMatch: version })
      toast.done('Saved')
      onClose()
      await refresh(client, null)
    },
    shared: {
      subject: `the terms of ${vendor.name}`,
      version: vendor.version,
      read: async () => {
        const theirs = await browser.call(getVendor, { params: { vendorId: vendor.id } })
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        categoryIds: {
          word: 'What they deliver',
          say: (ids) => listed(ids.map((id) => categories.find((it) => it.id === id)?.name ?? 'A category')),
        },
        contacts: { word: 'Contacts', say: (all) => all.map(({ name, does }) => `${name} ${does}`.trim()).join(', ') },
        paymentDays: 'Paid within days',
        paymentTerms: 'Further terms',
        currency: 'Currency',
        notes: 'Notes',
      },
    },
  })
  const { field, draft, change, errors } = form
  return (
    <Form of={form} action="Save" onCancel={onClose}>
      <MultiSelectField
        label="What they deliver"
        choices={categories.map(({ id, name }) => ({ value: id as string, label: name }))}
        {...field('categoryIds')}
      />
      <FieldRow>
        <NumberField label="Paid within" unit="days" min={0} max={365} {...field('paymentDays')} />
        <TextField label="Currency" maxLength={3} placeholder="EUR" {...field('currency')} />
      </FieldRow>
      <TextField label="Further terms" placeholder="50 % deposit, 2 % within 10 days" {...field('paymentTerms')} />
      <FieldRow>
        <TextField label="Tax number is a" placeholder="EIN, VAT, SSN" {...field('taxKind')} error={errors['tax']} />
        <TextField
          label="Tax number"
          placeholder={vendor.tax ? `On file, ending in ${vendor.tax.last}` : ''}
          {...field('taxId')}
        />
      </FieldRow>
      <Contacts value={draft.contacts} onChange={(contacts) => change({ contacts })} />
      <TextAreaField label="Notes" {...field('notes')} />
    </Form>
  )
}

interface ContactDraft {
  personId: string | null
  name: string
  does: string
}

function Contacts({ value, onChange }: { value: ContactDraft[]; onChange: (next: ContactDraft[]) => void }) {
  const [q, setQ] = useState('')
  const known = useAsk(listPeople, { query: { q: useDeferredValue(q.trim()), limit: 30 } }).data?.items ?? []
  const set = (at: number, part: Partial<ContactDraft>) =>
    onChange(value.map((it, n) => (n === at ? { ...it, ...part } : it)))
  return (
    <div>
      {value.map((it, at) => (
        <div className={css.row} key={at}>
          <SelectField
            label="Contact"
            searchable
            choices={[
              ...(it.personId !== null && !known.some(({ id }) => id === it.personId)
                ? [{ value: it.personId, label: it.name }]
                : []),
              ...known.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            value={it.personId}
            onFind={setQ}
            onChange={(personId) =>
              set(at, { personId, name: known.find(({ id }) => id === personId)?.name ?? it.name })
            }
          />
          <TextField
            label="For"
            placeholder="Bookings, accounts"
            value={it.does}
            onChange={(does) => set(at, { does })}
          />
          <IconButton
            label="Take this contact out"
            icon={<IconX size={16} />}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<IconPlus size={16} />}
        onClick={() => onChange([...value, { personId: null, name: '', does: '' }])}
      >
        Contact
      </Button>
    </div>
  )
}
