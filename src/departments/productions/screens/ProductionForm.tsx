import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { weekdayNames } from '../../../kernel/time.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FindField } from '../../../ui/FindField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm, type FormHandle } from '../../../ui/useForm.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import { getMe } from '../../office/office.contract.ts'
import { listMinorProfiles } from '../minors.contract.ts'
import { changeProduction, getProduction, type Production, type ProductionChange } from '../production.contract.ts'
import { listProfiles } from '../profile.contract.ts'
import { changeOf, draftOf, draftWords, type ProductionDraft } from './production.draft.rules.ts'
import { findCompanies } from './findCompanies.ts'
import { choicesOf, kindWords, phaseWords } from './words.ts'

const weekdayChoices = weekdayNames.map((label, at) => ({ value: String(at + 1), label }))
const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'US Letter' },
]
const roundings = [
  { value: 'half_up', label: 'to the nearest eighth' },
  { value: 'ceil', label: 'up' },
]

const known = (company: Production['client']) => (company ? { value: company.id, label: company.name } : undefined)

interface FieldsProps {
  form: FormHandle<ProductionDraft>
  production: Production
}

function Fields({ form: { field }, production }: FieldsProps) {
  const me = useAsk(getMe)
  const profiles = useAsk(listProfiles)
  const profileChoices = (profiles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const minors = useAsk(listMinorProfiles).data?.items ?? []
  const minorChoices = minors
    .filter((it) => !it.isArchived || it.id === production.jurisdiction)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FieldRow>
        <TextField label="Title" required {...field('title')} />
        <TextField label="Code" required {...field('code')} />
      </FieldRow>
      <FieldRow>
        <SelectField label="Kind" choices={choicesOf(kindWords)} {...field('kind')} />
        <SelectField label="Phase" choices={choicesOf(phaseWords)} {...field('phase')} />
        <TextField label="Job number" {...field('jobNumber')} />
      </FieldRow>
      {me.data?.abilities.includes('people.read') && (
        <FieldRow>
          <FindField
            label="Client"
            find={findCompanies}
            known={known(production.client)}
            {...field('clientCompanyId')}
          />
          <FindField
            label="Agency"
            find={findCompanies}
            known={known(production.agency)}
            {...field('agencyCompanyId')}
          />
        </FieldRow>
      )}
      <FieldRow>
        <DateField label="First day" {...field('startsOn')} />
        <DateField label="Last day" {...field('endsOn')} />
      </FieldRow>
      <MultiSelectField label="Days off" choices={weekdayChoices} {...field('daysOff')} />
      <FieldRow>
        <ZoneField label="Time zone" {...field('timeZone')} />
        <SelectField label="Paper" choices={papers} {...field('paperSize')} />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="Working time"
          hint="Rest, meals and overtime the checks go by"
          clearable
          choices={profileChoices}
          {...field('profileId')}
        />
        <SelectField
          label="Minors’ hours"
          hint="Of the place where children work"
          clearable
          choices={minorChoices}
          {...field('jurisdiction')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField label="Lines on a script page" min={40} max={70} {...field('linesPerPage')} />
        <SelectField label="Page eighths are rounded" choices={roundings} {...field('eighthsRounding')} />
      </FieldRow>
      <FieldRow>
        <NumberField
          label="Holds let go by themselves"
          hint="Days after they were made; empty: never"
          min={1}
          max={365}
          unit="d"
          {...field('holdDays')}
        />
        <span />
      </FieldRow>
      <CheckField
        label="Call sheets come with a calendar invitation"
        hint="The day is put into people's calendars, moves with every revision, and goes when they are no longer called"
        {...field('calendarInvitations')}
      />
      <TextAreaField label="Notes" {...field('notes')} />
    </>
  )
}

/** Details of a production; when somebody saved first, both sides are shown. */
export function ProductionForm({ production }: { production: Production }) {
  const client = useQueryClient()
  const params = { productionId: production.id }
  const form = useForm<ProductionDraft, ProductionChange>({
    schema: bodyOf(changeProduction),
    initial: draftOf(production),
    toSend: changeOf,
    save: async (body, ifMatch = production.version) => {
      await browser.call(changeProduction, { params, body, ifMatch })
      toast.done('Saved')
      await refresh(client, null)
    },
    shared: {
      subject: production.title,
      version: production.version,
      read: async () => {
        const theirs = await browser.call(getProduction, { params })
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: draftWords,
    },
  })
  return (
    <div style={{ paddingTop: 12 }}>
      <Form of={form} action="Save">
        <Fields form={form} production={production} />
      </Form>
    </div>
  )
}
