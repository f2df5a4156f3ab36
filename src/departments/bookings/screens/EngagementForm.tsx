import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useFollowing } from '../../../ui/useTaken.ts'
import {
  changeEngagement,
  EngagementChange,
  listEngagements,
  type Engagement,
} from '../../people/engagement.contract.ts'
import { listDepartments } from '../../people/person.contract.ts'
import { ThroughField } from './ThroughField.tsx'
import {
  changedOf,
  comparedEngagement,
  draftOf,
  kindChoices,
  worksChoices,
  type EngagementDraft,
} from './engagement.draft.rules.ts'

/** A character somebody can play, with its number on the board. */
export interface Character {
  id: string
  name: string
  boardNumber: string | null
}

interface EngagementFormProps {
  engagement: Engagement
  characters: readonly Character[]
}

/** What somebody does here and how their call is counted. Empty minutes follow the department. */
export function EngagementForm({ engagement: current, characters }: EngagementFormProps) {
  const client = useQueryClient()
  const { taken: engagement, take, useFollow } = useFollowing(current)
  const [theirs, setTheirs] = useState<Engagement>()
  const departments = useAsk(listDepartments)
  const initial = draftOf(engagement)
  const params = { productionId: engagement.productionId, engagementId: engagement.id }
  const send = async (body: EngagementChange, version: number) => {
    await browser.call(changeEngagement, { params, body, ifMatch: version })
    toast.done(`${engagement.name} is saved`)
    await refresh(client, engagement.productionId)
  }
  const latest = async () =>
    (await browser.call(listEngagements, { params })).items.find(({ id }) => id === engagement.id)
  const form = useForm<EngagementDraft, EngagementChange>({
    schema: EngagementChange,
    initial,
    toSend: (draft) => changedOf(initial, draft),
    save: async (body) => {
      try {
        await send(body, engagement.version)
      } catch (thrown) {
        if (!isStale(problemOf(thrown))) throw thrown
        setTheirs(await latest())
      }
    },
  })
  useFollow(form, draftOf)
  const { field, draft } = form
  return (
    <>
      <Form of={form} action="Save">
        <FieldRow>
          <SelectField
            label="Department"
            choices={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
            {...field('departmentId')}
          />
          <TextField label="Position" required {...field('title')} />
        </FieldRow>
        <FieldRow>
          <SelectField label="Comes as" choices={kindChoices} {...field('kind')} />
          <SelectField label="Works" choices={worksChoices} {...field('works')} />
          <TextField label="Unit" placeholder="Main unit" {...field('unit')} />
        </FieldRow>
        {engagement.personId !== null && (
          <ThroughField
            known={engagement.companyId && { value: engagement.companyId, label: engagement.companyName ?? '' }}
            {...field('companyId')}
          />
        )}
        {draft.kind === 'cast' && (
          <SelectField
            label="Plays"
            clearable
            choices={characters.map(({ id, name, boardNumber }) => ({
              value: id,
              label: [boardNumber, name].filter(Boolean).join(' '),
            }))}
            {...field('elementId')}
          />
        )}
        <NumberField
          label="Minutes from general call"
          hint={`Empty: as ${engagement.department.name}, ${engagement.department.callOffsetMinutes}. Before call is negative.`}
          unit="min"
          {...field('callOffsetMinutes')}
        />
        {draft.kind === 'cast' && (
          <FieldRow>
            <NumberField label="Make-up and hair" unit="min" min={0} {...field('makeupMinutes')} />
            <NumberField label="Wardrobe" unit="min" min={0} {...field('wardrobeMinutes')} />
          </FieldRow>
        )}
        <FieldRow>
          <TextField label="Pick-up from" {...field('pickupFrom')} />
          <NumberField label="Drive" unit="min" min={0} {...field('driveMinutes')} />
        </FieldRow>
        <CheckField label="Phone on the crew's call sheet" {...field('phoneOnSheet')} />
        <TextAreaField label="Notes" rows={2} {...field('notes')} />
      </Form>
      {theirs && (
        <ConflictDialog
          open
          subject={theirs.name}
          fields={comparedEngagement(form.draft, draftOf(theirs))}
          onClose={() => setTheirs(undefined)}
          onKeepMine={() => {
            setTheirs(undefined)
            send(EngagementChange.parse(changedOf(initial, form.draft)), theirs.version).then(
              () => form.reset(form.draft),
              toast.problem,
            )
          }}
          onTakeTheirs={() => {
            setTheirs(undefined)
            take(theirs)
            form.reset(draftOf(theirs))
            void refresh(client, engagement.productionId)
          }}
        />
      )}
    </>
  )
}
