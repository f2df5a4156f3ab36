import { useAsk } from '../../../client/react.ts'
import { dayText, type PlainDay } from '../../../kernel/time.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listDepartments } from '../../people/person.contract.ts'
import { placedBy, positionsOffered } from '../../people/placing.rules.ts'
import { putNeeds, type Need } from '../needs.contract.ts'
import type { GridDay } from './crewGrid.rules.ts'
import type { NeedDraft } from './needs.draft.rules.ts'

const Item = putNeeds.body!.shape.items.unwrap().element

interface NeedDialogProps {
  /** What is changed; null for a new position. */
  need: Need | null
  days: readonly GridDay[]
  save: (draft: NeedDraft) => Promise<unknown>
  onClose: () => void
}

/** A position, how many have it, and on which days it is needed. */
export function NeedDialog({ need, days, save, onClose }: NeedDialogProps) {
  const departments = useAsk(listDepartments).data?.items ?? []
  const form = useForm({
    schema: Item,
    initial: {
      id: need?.id ?? null,
      departmentId: need?.departmentId ?? (null as string | null),
      title: need?.title ?? '',
      count: (need?.count ?? 1) as number | null,
      dates: (need?.dates ?? []) as string[],
    },
    save: async (item) => {
      await save(item)
      onClose()
    },
  })
  const { field, draft } = form
  const dates = [...new Set([...days.map(({ onDate }) => onDate as string), ...draft.dates])].sort()
  return (
    <Dialog open onClose={onClose} title={need === null ? 'A position that is needed' : need.title}>
      <Form of={form} action={need === null ? 'Add' : 'Save'} onCancel={onClose}>
        <FieldRow>
          <SuggestField
            label="Position"
            required
            autoFocus
            suggestions={positionsOffered(departments, draft.departmentId)}
            {...field('title')}
            onChange={(title) => form.change({ title, ...placedBy(departments, draft.departmentId, title) })}
          />
          <NumberField label="How many" min={1} max={200} {...field('count')} />
        </FieldRow>
        <SelectField
          label="Department"
          required
          clearable
          searchable
          choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('departmentId')}
        />
        <MultiSelectField
          label="Days"
          hint="None: every shoot day"
          choices={dates.map((day) => ({ value: day, label: dayText(day as PlainDay) }))}
          {...field('dates')}
        />
      </Form>
    </Dialog>
  )
}
