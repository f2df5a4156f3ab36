import { browser } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import type { Shared } from '../../../ui/formConflict.ts'
import { MultiSelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { useRecordForm } from '../../../ui/useRecordForm.ts'
import {
  changeCompany,
  CompanyBody,
  CompanyKind,
  createCompany,
  getCompany,
  NewCompany,
  type Company,
} from '../company.contract.ts'
import type { Reach } from '../draft.contract.ts'
import { orOneEmpty, reachText } from './person.draft.rules.ts'
import { ReachFields } from './ReachFields.tsx'
import { companyKindWords, kindsText } from './words.ts'

interface Draft {
  name: string
  kinds: string[]
  homeBase: string
  emails: Reach[]
  phones: Reach[]
  websites: string
  address: string
  notes: string
}

const draftOf = (it: Company | null): Draft => ({
  name: it?.name ?? '',
  kinds: it?.kinds ?? [],
  homeBase: it?.homeBase ?? '',
  emails: orOneEmpty(it?.emails),
  phones: orOneEmpty(it?.phones),
  websites: (it?.websites ?? []).join(', '),
  address: it?.address ?? '',
  notes: it?.notes ?? '',
})

const sent = (draft: Draft) => ({
  ...draft,
  homeBase: draft.homeBase || null,
  address: draft.address || null,
  notes: draft.notes || null,
  websites: draft.websites
    .split(',')
    .map((site) => site.trim())
    .filter(Boolean),
  emails: draft.emails.filter(({ value }) => value.trim() !== ''),
  phones: draft.phones.filter(({ value }) => value.trim() !== ''),
})

const words: Shared<Draft>['words'] = {
  name: 'Name',
  kinds: { word: 'Is a', say: kindsText },
  homeBase: 'Based in',
  emails: { word: 'E-mail', say: reachText },
  phones: { word: 'Phone', say: reachText },
  websites: 'Websites',
  address: 'Address',
  notes: 'Notes',
}

interface CompanyFormProps {
  company: Company | null
  onClose: () => void
  onSaved: (company: Company) => void
}

function CompanyForm({ company, onClose, onSaved }: CompanyFormProps) {
  const form = useRecordForm<Company, Draft, CompanyBody>({
    record: company,
    productionId: null,
    schema: company === null ? NewCompany : CompanyBody,
    draftOf,
    toSend: sent,
    create: (body, idempotencyKey) => browser.call(createCompany, { body: body as NewCompany, idempotencyKey }),
    change: ({ id }, body, ifMatch) => browser.call(changeCompany, { params: { companyId: id }, body, ifMatch }),
    read: ({ id }) => browser.call(getCompany, { params: { companyId: id } }),
    added: 'is in the directory',
    words,
    onSaved,
    onClose,
  })
  const { field } = form
  return (
    <Form of={form} action={company === null ? 'Add company' : 'Save'} onCancel={onClose}>
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        <MultiSelectField
          label="Is a"
          choices={CompanyKind.options.map((value) => ({ value, label: companyKindWords[value] }))}
          {...field('kinds')}
        />
        <TextField label="Based in" {...field('homeBase')} />
      </FieldRow>
      <ReachFields kind="email" {...field('emails')} />
      <ReachFields kind="phone" {...field('phones')} />
      <TextField label="Websites" hint="Parted by commas" {...field('websites')} />
      <TextAreaField label="Address" rows={2} {...field('address')} />
      <TextAreaField label="Notes" {...field('notes')} />
    </Form>
  )
}

interface CompanyDialogProps extends Omit<CompanyFormProps, 'company'> {
  open: boolean
  company?: Company | undefined
}

/** Add a client, an agency or a vendor, or change what is known about one. */
export const CompanyDialog = ({ open, company, ...form }: CompanyDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={company ? company.name : 'New company'}>
    {open && <CompanyForm company={company ?? null} {...form} />}
  </Dialog>
)
