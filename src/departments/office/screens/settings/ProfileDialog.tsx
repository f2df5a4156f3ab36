import { browser } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { RowDialog } from '../../../../ui/RowDialog.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { LengthField } from '../../../../ui/TimeField.tsx'
import { useRowForm, type RowEdit } from '../../../../ui/useRowForm.ts'
import {
  changeProfile,
  createProfile,
  listProfiles,
  type WorkingTimeProfile,
} from '../../../productions/profile.contract.ts'
import { figures, profileBody, profileDraft, profileWords } from './profile.draft.rules.ts'

/** Everything of the profile that the form does not ask for goes along unchanged. */
const kept = ({ suitsZones, suitsKinds }: WorkingTimeProfile) => ({ suitsZones, suitsKinds })

const ProfileBody = bodyOf(createProfile)

/** Corrects a profile, or makes one of the office's own from it. */
export function ProfileDialog(edit: RowEdit<WorkingTimeProfile>) {
  const { row: profile } = edit
  const form = useRowForm(edit, {
    schema: ProfileBody,
    draftOf: profileDraft,
    toSend: (draft) => ({ ...kept(profile), ...profileBody(draft) }),
    list: () => browser.call(listProfiles),
    create: (body, idempotencyKey) => browser.call(createProfile, { body, idempotencyKey }),
    change: (body, ifMatch) => browser.call(changeProfile, { params: { profileId: profile.id }, body, ifMatch }),
    said: 'Productions that follow it are checked anew',
    words: profileWords,
  })
  const { field, errors } = form
  return (
    <RowDialog of={edit} form={form} change="Correct" own="A profile of your own" add="Add profile">
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        {figures.map(([name, label, required]) => (
          <LengthField key={name} label={label} required={required} {...field(name)} />
        ))}
      </FieldRow>
      <FieldRow>
        <LengthField label="A late meal, each" {...field('penaltyStep')} />
        <TextField label="The first steps cost" placeholder="25, 35" {...field('penaltyAmounts')} />
        <NumberField label="Later ones cost" min={0} {...field('penaltyThen')} />
        <TextField label="Currency" maxLength={3} {...field('penaltyCurrency')} />
      </FieldRow>
      <TextField
        label="Whose terms"
        hint="A performer’s, for each step that has begun; empty where no agreement says so"
        {...field('penaltySource')}
      />
      {errors['mealPenalty'] !== undefined && <p role="alert">{errors['mealPenalty']}</p>}
      <FieldRow>
        <TextField label="Source" hint="The agreement or law these are from" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </RowDialog>
  )
}
