import { useAsk } from '../../../client/react.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow, Fold } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import type { FormHandle } from '../../../ui/useForm.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import { listDepartments } from '../person.contract.ts'
import { placedBy, positionsOffered } from '../placing.rules.ts'
import type { PersonDraft } from './person.draft.rules.ts'
import { ReachFields } from './ReachFields.tsx'

interface PersonFieldsProps {
  form: FormHandle<PersonDraft>
  seesBank: boolean
}

/** What is asked first stands open; what is personal, money and health stays folded until it is needed. */
export function PersonFields({ form: { field, change, draft }, seesBank }: PersonFieldsProps) {
  const departments = useAsk(listDepartments).data?.items ?? []
  const { departmentId } = draft
  const choices = departments.map(({ id, name }) => ({ value: id as string, label: name }))
  return (
    <>
      <TextField label="Name" required autoFocus placeholder="As they are called" {...field('name')} />
      <FieldRow>
        <SuggestField
          label="Position"
          placeholder="Gaffer"
          suggestions={positionsOffered(departments, departmentId)}
          {...field('position')}
          onChange={(position) => change({ position, ...placedBy(departments, departmentId, position) })}
        />
        <SelectField label="Department" clearable choices={choices} {...field('departmentId')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Company" {...field('companyName')} />
        <TextField label="Based in" {...field('homeBase')} />
      </FieldRow>
      <ReachFields kind="email" {...field('emails')} />
      <ReachFields kind="phone" {...field('phones')} />
      <Fold title="Names, languages, time zone">
        <FieldRow>
          <TextField label="First name" {...field('givenName')} />
          <TextField label="Last name" {...field('familyName')} />
        </FieldRow>
        <FieldRow>
          <TextField label="Credit" {...field('creditName')} />
          <TextField label="Pronouns" {...field('pronouns')} />
        </FieldRow>
        <TextField label="Also known as" hint="Parted by commas" {...field('otherNames')} />
        <FieldRow>
          <TextField label="Languages" hint="Messages go out in the first" {...field('languages')} />
          <TextField label="Websites" hint="Parted by commas" {...field('websites')} />
        </FieldRow>
        <ZoneField label="Time zone" clearable {...field('timeZone')} />
      </Fold>
      <Fold title="Personal, health and pay">
        <FieldRow>
          <TextField label="Legal name" {...field('legalName')} />
          <DateField label="Date of birth" {...field('birthDate')} />
        </FieldRow>
        <TextAreaField label="Address" rows={2} {...field('address')} />
        <FieldRow>
          <TextField label="Union" {...field('union')} />
          <TextField label="Sizes" {...field('sizes')} />
        </FieldRow>
        <TextField label="Emergency contact" {...field('emergencyContact')} />
        <FieldRow>
          <TextField label="Diet" {...field('dietary')} />
          <TextField label="Allergies" hint="Only with their consent" {...field('allergies')} />
        </FieldRow>
        <TextField label="Rate" placeholder="650/10" {...field('rateNote')} />
        {seesBank && <TextField label="Bank details" hint="Kept encrypted" {...field('bankDetails')} />}
      </Fold>
      <TextAreaField label="Notes" {...field('notes')} />
    </>
  )
}
