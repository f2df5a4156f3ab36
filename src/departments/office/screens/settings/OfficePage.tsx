import type { z } from 'zod'
import { useQueryClient } from '@tanstack/react-query'
import { browser, keyOf, refresh, useAsk } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { ZoneField } from '../../../../ui/ZoneField.tsx'
import { getOffice, patchOffice, type OfficeSettings } from '../../office.contract.ts'
import { draftOf, officeOf, officeWords, type OfficeDraft } from './office.rules.ts'
import { LogoField } from './LogoField.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'

const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'US Letter' },
]
const clocks = [
  { value: '24', label: '24 hours, 18:30' },
  { value: '12', label: '12 hours, 6:30 pm' },
]
const windows = [
  { value: '0', label: 'at once' },
  { value: '30', label: 'after 30 seconds' },
  { value: '60', label: 'after 1 minute' },
  { value: '120', label: 'after 2 minutes' },
]

const schema = bodyOf(patchOffice)
type OfficeChange = z.output<typeof schema>

function OfficeForm({ office }: { office: OfficeSettings }) {
  const client = useQueryClient()
  const send = async (body: OfficeChange, version: number) => {
    const saved = await browser.call(patchOffice, { body, ifMatch: version })
    client.setQueryData(keyOf(getOffice), saved)
    toast.done('The office is set up anew')
    void refresh(client, null)
  }
  const form = useForm<OfficeDraft, OfficeChange>({
    schema,
    initial: draftOf(office),
    toSend: officeOf,
    save: (body, version = office.version) => send(body, version),
    shared: {
      subject: 'the office’s settings',
      version: office.version,
      read: async () => {
        const theirs = await browser.call(getOffice)
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: officeWords,
    },
  })
  const { field } = form
  return (
    <Form of={form} action="Save">
      <TextField label="Name of the office" required {...field('name')} />
      <TextAreaField label="Address" hint="As papers print it" rows={2} {...field('address')} />
      <ZoneField label="Time zone" {...field('timeZone')} />
      <FieldRow>
        <SelectField label="Paper" choices={papers} {...field('paperSize')} />
        <SelectField label="Clock" choices={clocks} {...field('hourCycle')} />
      </FieldRow>
      <SelectField
        label="What is sent leaves"
        hint="Until then it can be taken back"
        choices={windows}
        {...field('undoSeconds')}
      />
      <CheckField label="A call sheet is approved by somebody other than its author" {...field('approveByAnother')} />
    </Form>
  )
}

/** What the office decides for all its productions. */
export function OfficePage() {
  const asked = useAsk(getOffice)
  return (
    <SettingsPage title="Office">
      <Section title="Set-up" about="New productions begin with these; each can have its own.">
        <Loaded of={asked}>{(office) => <OfficeForm office={office} />}</Loaded>
      </Section>
      <Section
        title="Logo"
        about="In the head of call sheets, reports and other papers. It is drawn anew before it is kept; issued papers stay as they were sent."
      >
        <Loaded of={asked}>{(office) => <LogoField office={office} />}</Loaded>
      </Section>
    </SettingsPage>
  )
}
