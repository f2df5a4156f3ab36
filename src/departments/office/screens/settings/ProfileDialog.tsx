import { browser } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow } from '../../../../ui/Form.tsx'
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
import { figures, profileDraft, profileWords } from './profile.draft.rules.ts'

/** Everything of the profile that the form does not ask for goes along unchanged. */
const kept = ({ mealPenalty, suitsZones, suitsKinds }: WorkingTimeProfile) => ({ mealPenalty, suitsZones, suitsKinds })

const ProfileBody = bodyOf(createProfile)

/** Corrects a profile, or makes one of the office's own from it. */
export function ProfileDialog(edit: RowEdit<WorkingTimeProfile>) {
  const { row: profile } = edit
  const form = useRowForm(edit, {
    schema: ProfileBody,
    draftOf: profileDraft,
    toSend: (draft) => ({ ...kept(profile), ...draft }),
    list: () => browser.call(listProfiles),
    create: (body, idempotencyKey) => browser.call(createProfile, { body, idempotencyKey }),
    change: (body, ifMatch) => browser.call(changeProfile, { params: { profileId: profile.id }, body, ifMatch }),
    said: 'Productions that follow it are checked anew',
    words: profileWords,
  })
  const { field } = form
  return (
    <RowDialog of={edit} form={form} change="Correct" own="A profile of your own" add="Add profile">
      <TextField label="Name" required autoFocus {...field('name')} />
      <FieldRow>
        {figures.map(([name, label, required]) => (
          <LengthField key={name} label={label} required={required} {...field(name)} />
        ))}
      </FieldRow>
      <FieldRow>
        <TextField label="Source" hint="The agreement or law these are from" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </RowDialog>
  )
}
