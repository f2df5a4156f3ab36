import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { createEngagement, NewEngagement, type EngagementId } from '../../people/engagement.contract.ts'
import { createPerson, getPerson, listDepartments, type PersonLine } from '../../people/person.contract.ts'
import { placedBy, positionsOffered } from '../../people/placing.rules.ts'
import { kindChoices } from './engagement.draft.rules.ts'
import { PlaysField, type Character } from './PlaysField.tsx'
import { ThroughField } from './ThroughField.tsx'
import { PersonPicker } from './PersonPicker.tsx'

interface AddEngagementProps {
  productionId: string
  characters: readonly Character[]
  onClose: () => void
  onAdded: (id: EngagementId) => void
}

/** Put somebody from the directory, or somebody new, on the production. */
export const AddEngagementDialog = ({ open, ...props }: AddEngagementProps & { open: boolean }) => (
  <Dialog open={open} onClose={props.onClose} title="Add somebody">
    {open && <AddEngagement {...props} />}
  </Dialog>
)

interface Draft {
  /** Null while somebody new is being typed. */
  personId: string | null
  newName: string
  departmentId: string | null
  title: string
  companyId: string | null
  kind: 'crew' | 'cast' | 'client' | 'agency' | 'vendor' | 'background' | null
  elementId: string | null
}

const blank: Draft = {
  personId: null,
  newName: '',
  departmentId: null,
  title: '',
  companyId: null,
  kind: 'crew',
  elementId: null,
}

function AddEngagement({ productionId, characters, onClose, onAdded }: AddEngagementProps) {
  const client = useQueryClient()
  const departments = useAsk(listDepartments)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewEngagement,
    initial: blank,
    // Somebody new gets an id only when the form is sent; until then any id stands in for "there is somebody".
    toSend: ({ newName, elementId, ...draft }: Draft) => ({
      ...draft,
      personId: draft.personId ?? (newName.trim() === '' ? null : PENDING),
      ...(elementId !== null && { elementId }),
    }),
    save: async (body) => {
      const personId =
        draft.personId ??
        (await browser.call(createPerson, { body: { name: draft.newName.trim() }, idempotencyKey: `${key} person` })).id
      const made = await browser.call(createEngagement, {
        params: { productionId },
        body: { ...body, personId },
        idempotencyKey: key,
      })
      toast.done(`${made.name} is on the production`)
      onClose()
      onAdded(made.id)
      await refresh(client, null)
    },
  })
  const { draft, change, field } = form
  const known = departments.data?.items ?? []
  const choose = async (person: PersonLine) => {
    const { department, position } = await browser.call(getPerson, { params: { personId: person.id } })
    change({
      personId: person.id,
      newName: '',
      departmentId: draft.departmentId ?? department?.id ?? null,
      title: draft.title || (position ?? ''),
    })
  }
  return (
    <Form of={form} action="Put on the production" onCancel={onClose}>
      <PersonPicker
        error={form.errors['personId']}
        onPerson={(person) => void choose(person).catch(toast.problem)}
        onNew={(newName) => change({ personId: null, newName })}
      />
      <FieldRow>
        <SuggestField
          label="Position"
          required
          suggestions={positionsOffered(known, draft.departmentId)}
          {...field('title')}
          onChange={(title) => change({ title, ...placedBy(known, draft.departmentId, title) })}
        />
        <SelectField
          label="Department"
          required
          clearable
          choices={known.map(({ id, name }) => ({ value: id as string, label: name }))}
          {...field('departmentId')}
          error={form.errors['departmentId'] && 'Choose the department.'}
        />
      </FieldRow>
      <ThroughField {...field('companyId')} />
      <FieldRow>
        <SelectField label="Comes as" choices={kindChoices} {...field('kind')} />
        {draft.kind === 'cast' && <PlaysField characters={characters} {...field('elementId')} />}
      </FieldRow>
    </Form>
  )
}

const PENDING = '00000000-0000-7000-8000-000000000000'
