import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import {
  changeEngagement,
  EngagementChange,
  listEngagements,
  type Engagement,
} from '../../people/engagement.contract.ts'
import { getCompany } from '../../people/company.contract.ts'
import { listDepartments } from '../../people/person.contract.ts'
import { PlaysField, type Character } from './PlaysField.tsx'
import { positionsOffered } from '../../people/placing.rules.ts'
import { ThroughField } from './ThroughField.tsx'
import {
  changedOf,
  draftOf,
  engagementWords,
  kindChoices,
  worksChoices,
  type EngagementDraft,
} from './engagement.draft.rules.ts'

interface EngagementFormProps {
  engagement: Engagement
  characters: readonly Character[]
}

/** What somebody does here and how their call is counted. Empty minutes follow the department. */
export function EngagementForm({ engagement, characters }: EngagementFormProps) {
  const client = useQueryClient()
  const departments = useAsk(listDepartments).data?.items ?? []
  const params = { productionId: engagement.productionId, engagementId: engagement.id }
  const departmentName = (id: string | null) => departments.find((it) => it.id === id)?.name ?? ''
  const [through, setThrough] = useState<string | null>(null)
  const chosen = useAsk(getCompany, { params: { companyId: through ?? '' } }, { enabled: through !== null }).data
  const companyName = (id: string | null) =>
    [{ id: engagement.companyId, name: engagement.companyName }, chosen].find((it) => it?.id === id)?.name ?? ''
  const characterName = (id: string | null) => characters.find((it) => it.id === id)?.name ?? ''
  const form = useForm<EngagementDraft, EngagementChange>({
    schema: EngagementChange,
    initial: draftOf(engagement),
    toSend: (draft, began) => changedOf(began, draft),
    save: async (body, version = engagement.version) => {
      await browser.call(changeEngagement, { params, body, ifMatch: version })
      toast.done(`${engagement.name} is saved`)
      await refresh(client, engagement.productionId)
    },
    shared: {
      subject: engagement.name,
      version: engagement.version,
      read: async () => {
        void refresh(client, engagement.productionId)
        const { items } = await browser.call(listEngagements, {
          params: { productionId: engagement.productionId },
        })
        const theirs = items.find(({ id }) => id === engagement.id) ?? engagement
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: engagementWords({ department: departmentName, character: characterName, company: companyName }),
    },
  })
  const { field, draft } = form
  return (
    <Form of={form} action="Save">
      <FieldRow>
        <SelectField
          label="Department"
          choices={departments.map(({ id, name }) => ({ value: id as string, label: name }))}
          {...field('departmentId')}
        />
        <SuggestField
          label="Position"
          required
          suggestions={positionsOffered(departments, draft.departmentId)}
          {...field('title')}
        />
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
          onChange={(companyId) => {
            setThrough(companyId)
            form.change({ companyId })
          }}
        />
      )}
      {draft.kind === 'cast' && <PlaysField characters={characters} {...field('elementId')} />}
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
  )
}
