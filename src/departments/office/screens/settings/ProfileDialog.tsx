import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { LengthField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import {
  changeProfile,
  createProfile,
  listProfiles,
  type WorkingTimeProfile,
} from '../../../productions/profile.contract.ts'
import { figures, profileDraft, profileWords, type ProfileDraft } from './profile.draft.rules.ts'

interface ProfileDialogProps {
  /** The profile that is corrected, or the one a new profile begins as. */
  profile: WorkingTimeProfile
  mode: 'change' | 'copy'
  onClose: () => void
}

/** Everything of the profile that the form does not ask for goes along unchanged. */
const kept = ({ mealPenalty, suitsZones, suitsKinds }: WorkingTimeProfile) => ({ mealPenalty, suitsZones, suitsKinds })

const ProfileBody = bodyOf(createProfile)

function ProfileForm({ profile, mode, onClose }: ProfileDialogProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: ProfileBody,
    initial: { ...profileDraft(profile), ...(mode === 'copy' && { name: `${profile.name}, ours` }) },
    toSend: (draft: ProfileDraft) => ({ ...kept(profile), ...draft }),
    save: async (body, version = profile.version) => {
      if (mode === 'copy') await browser.call(createProfile, { body, idempotencyKey: key })
      else await browser.call(changeProfile, { params: { profileId: profile.id }, body, ifMatch: version })
      toast.done(mode === 'copy' ? `${body.name} can be chosen now` : 'Productions that follow it are checked anew')
      void refresh(client, null)
      onClose()
    },
    shared:
      mode === 'copy'
        ? undefined
        : {
            subject: profile.name,
            version: profile.version,
            read: async () => {
              const theirs = (await browser.call(listProfiles)).items.find(({ id }) => id === profile.id) ?? profile
              return { draft: profileDraft(theirs), version: theirs.version }
            },
            words: profileWords,
          },
  })
  const { field } = form
  return (
    <Form of={form} action={mode === 'copy' ? 'Add profile' : 'Save'} onCancel={onClose}>
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
    </Form>
  )
}

/** Corrects a profile, or makes one of the office's own from it. */
export const ProfileDialog = (props: ProfileDialogProps) => (
  <Dialog
    open
    onClose={props.onClose}
    title={props.mode === 'copy' ? 'A profile of your own' : `Correct ${props.profile.name}`}
  >
    <ProfileForm {...props} />
  </Dialog>
)
