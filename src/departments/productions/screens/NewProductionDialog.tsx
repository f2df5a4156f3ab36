import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { useGo } from '../../../ui/address.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { readerZone } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { FindField } from '../../../ui/FindField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import { getMe } from '../../office/office.contract.ts'
import { createProduction, NewProduction, type ProductionKind } from '../production.contract.ts'
import { codeOf } from './code.rules.ts'
import { findCompanies } from './findCompanies.ts'
import { choicesOf, kindWords } from './words.ts'

interface Draft {
  title: string
  code: string
  kind: ProductionKind | null
  startsOn: string | null
  endsOn: string | null
  timeZone: string | null
  clientCompanyId: string | null
  agencyCompanyId: string | null
  jobNumber: string
}

const blank = (timeZone: string): Draft => ({
  title: '',
  code: '',
  kind: 'commercial',
  startsOn: null,
  endsOn: null,
  timeZone,
  clientCompanyId: null,
  agencyCompanyId: null,
  jobNumber: '',
})

function NewProductionForm({ onClose }: { onClose: () => void }) {
  const me = useAsk(getMe)
  const go = useGo()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewProduction,
    initial: blank(me.data?.office.timeZone ?? readerZone()),
    save: async (body) => {
      const made = await browser.call(createProduction, { body, idempotencyKey: key })
      void refresh(client, null)
      toast.done(`${made.title} is set up`)
      onClose()
      go(`/productions/${made.id}`)
    },
  })
  const { draft, change, field } = form
  const follows = draft.code === codeOf(draft.title)
  return (
    <Form of={form} action="Create production" onCancel={onClose}>
      <TextField
        label="Title"
        required
        autoFocus
        {...field('title')}
        onChange={(title) => change({ title, ...(follows && { code: codeOf(title) }) })}
      />
      <FieldRow>
        <TextField label="Code" required {...field('code')} />
        <SelectField
          label="Kind"

          choices={choicesOf(kindWords)}
          {...field('kind')}
        />
      </FieldRow>
      {me.data?.abilities.includes('people.read') && (
        <FieldRow>
          <FindField label="Client" find={findCompanies} {...field('clientCompanyId')} />
          <FindField label="Agency" find={findCompanies} {...field('agencyCompanyId')} />
          <TextField label="Job number" {...field('jobNumber')} />
        </FieldRow>
      )}
      <FieldRow>
        <DateField label="First day" {...field('startsOn')} />
        <DateField label="Last day" {...field('endsOn')} />
      </FieldRow>
      <ZoneField label="Time zone" hint="Where most of it shoots" {...field('timeZone')} />
    </Form>
  )
}

/** What has to be known to begin; everything else can follow. */
export const NewProductionDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog open={open} onClose={onClose} title="New production">
    {open && <NewProductionForm onClose={onClose} />}
  </Dialog>
)
