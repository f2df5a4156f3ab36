import { FieldRow, Fold, FormPart } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import type { FormHandle } from '../../../ui/useForm.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import { LocationStatus } from '../location.contract.ts'
import { readPosition, type LocationDraft } from './location.draft.rules.ts'
import { statusWords } from './words.ts'

const statuses = LocationStatus.options.map((value) => ({ value, label: statusWords[value] }))

/** What a call sheet prints first; the fields of a page that is rarely needed stay folded. */
export function LocationFields({ form, isNew }: { form: FormHandle<LocationDraft>; isNew: boolean }) {
  const { field, draft, errors } = form
  const position =
    readPosition(draft.position) === undefined ? 'Latitude and longitude, like 51.5072, -0.1276.' : errors['latitude']
  return (
    <>
      <FieldRow>
        <TextField label="Name" required autoFocus placeholder="Pier 9" {...field('name')} />
        <SelectField label="Status" choices={statuses} {...field('status')} />
      </FieldRow>
      <TextAreaField label="Address" rows={2} {...field('address')} />
      <FieldRow>
        <TextField
          label="Position"
          hint="Daylight is counted from it"
          placeholder="51.5072, -0.1276"
          {...field('position')}
          error={position}
        />
        <TextField label="Map link" type="url" placeholder="https://" {...field('mapUrl')} />
      </FieldRow>
      <FormPart title="Hospital" />
      <FieldRow>
        <TextField label="Nearest with emergency room" {...field('hospitalName')} error={errors['hospital']} />
        <TextField label="Phone" type="tel" {...field('hospitalPhone')} />
      </FieldRow>
      <TextField label="Address of the hospital" {...field('hospitalAddress')} />
      <FieldRow>
        <NumberField label="Distance" unit="km" decimals={1} min={0} {...field('hospitalKm')} />
        <NumberField label="Drive" unit="min" min={0} {...field('hospitalMinutes')} />
        <TextField label="Emergency number" placeholder="112" {...field('emergencyNumber')} />
      </FieldRow>
      <TextField label="Note on the hospital" placeholder="Night entrance at the back" {...field('hospitalNote')} />
      <FormPart title="Getting in" />
      <FieldRow>
        <TextField label="Contact on site" {...field('contactName')} />
        <TextField label="Who that is" placeholder="Owner" {...field('contactRole')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Phone on site" type="tel" {...field('contactPhone')} />
        <TextField label="Gate code" {...field('gateCode')} />
      </FieldRow>
      <TextAreaField label="Parking" rows={1} {...field('parking')} />
      <TextAreaField label="Crew parking" rows={1} {...field('crewParking')} />
      <TextAreaField label="Load-in" rows={1} {...field('loadIn')} />
      <TextAreaField label="Base camp" rows={1} {...field('basecamp')} />
      <Fold title="Holding, toilets, time zone, number">
        <TextAreaField label="Holding" rows={1} {...field('holding')} />
        <FieldRow>
          <TextField label="Toilets" {...field('toilets')} />
          <TextField label="Smoking" {...field('smoking')} />
        </FieldRow>
        <FieldRow>
          <ZoneField label="Time zone" hint="Empty: the production's" clearable {...field('timeZone')} />
          <NumberField
            label="Number"
            {...(isNew && { hint: 'Empty: the next free one' })}
            min={1}
            {...field('number')}
          />
        </FieldRow>
      </Fold>
      <TextAreaField label="Notes" rows={2} {...field('notes')} />
    </>
  )
}
