import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { plural } from '../../../ui/words.ts'
import type { Candidate } from '../candidate.contract.ts'
import { createPresentation, GroupBy, sharePresentation, ShownField } from '../presentation.contract.ts'
import css from './Casting.module.css'
import { readVoices } from './voices.rules.ts'

interface SelectionDialogProps {
  open: boolean
  productionId: string
  people: readonly Candidate[]
  onClose: () => void
  onShared: () => void
}

const fieldWords: Record<ShownField, string> = {
  age: 'Age',
  city: 'Where they live',
  sizes: 'Sizes',
  availability: 'When they are not free',
  agent: 'Agent’s name',
  notes: 'Our notes on them',
  reel: 'Reel',
  download: 'May save tapes and photos',
}

const groupWords: Record<GroupBy, string> = { role: 'By role', group: 'By group', actor: 'By actor' }

/** Who is shown is chosen already; here is what of them is said, and to whom. */
export const SelectionDialog = ({ open, ...props }: SelectionDialogProps) => (
  <Dialog
    open={open}
    onClose={props.onClose}
    title="Show to those who decide"
    about={`${plural(props.people.length, 'person', 'people')}. Fees, phone numbers and addresses are never shown.`}
  >
    {open && <SelectionForm {...props} />}
  </Dialog>
)

interface Draft {
  title: string
  note: string
  groupBy: GroupBy | null
  voices: string
  fields: ShownField[]
}

function SelectionForm({ productionId, people, onClose, onShared }: Omit<SelectionDialogProps, 'open'>) {
  const [key] = useState(() => crypto.randomUUID())
  const create = useChange(createPresentation)
  const share = useChange(sharePresentation)
  const form = useForm({
    schema: sharePresentation.body!.extend({ title: createPresentation.body!.shape.title }).loose(),
    initial: {
      title: 'Selection',
      note: '',
      groupBy: 'role',
      voices: '',
      fields: ['age', 'city', 'notes', 'reel'],
    } as Draft,
    toSend: (draft) => ({ ...draft, voices: readVoices(draft.voices) }),
    save: async ({ voices, title }) => {
      const { note, groupBy, fields } = form.draft
      const params = { productionId }
      const items = people.map(({ id }) => ({ candidateId: id }))
      const made = await create.mutateAsync({
        params,
        body: { title, note, fields, items, ...(groupBy && { groupBy }) },
        idempotencyKey: key,
      })
      await share.mutateAsync({
        params: { ...params, presentationId: made.id },
        body: { voices },
        idempotencyKey: `${key} share`,
      })
      onClose()
      onShared()
      toast.done(`${plural(voices.length, 'person', 'people')} asked for their picks`, {
        detail: 'The mails leave when the undo window ends.',
      })
    },
  })
  const { draft } = form
  const tick = (name: ShownField) => (on: boolean) =>
    form.change({ fields: on ? [...draft.fields, name] : draft.fields.filter((it) => it !== name) })
  return (
    <Form of={form} action="Send the links" onCancel={onClose}>
      <FieldRow>
        <TextField label="Title" required autoFocus {...form.field('title')} />
        <SelectField
          label="Arranged"
          choices={GroupBy.options.map((value) => ({ value, label: groupWords[value] }))}
          {...form.field('groupBy')}
        />
      </FieldRow>
      <TextAreaField label="A word to them" rows={2} {...form.field('note')} />
      <TextAreaField
        label="Who decides"
        hint="One a line: name and e-mail. Each gets a link of their own."
        placeholder={'Maya Chen maya@client.example'}
        rows={2}
        {...form.field('voices')}
      />
      <fieldset className={css.ticks}>
        <legend>What the link says of each</legend>
        {ShownField.options.map((name) => (
          <CheckField key={name} label={fieldWords[name]} value={draft.fields.includes(name)} onChange={tick(name)} />
        ))}
      </fieldset>
    </Form>
  )
}
