import { browser, useAsk } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useRecordForm } from '../../../ui/useRecordForm.ts'
import { getMe } from '../../office/office.contract.ts'
import {
  changePerson,
  createPerson,
  getPerson,
  listDepartments,
  NewPerson,
  PersonBody,
  type Person,
} from '../person.contract.ts'
import { changedOf, draftOfPerson, personWords, type PersonDraft } from './person.draft.rules.ts'
import { PersonFields } from './PersonFields.tsx'

interface PersonFormProps {
  /** Absent: somebody new. */
  person: Person | null
  onClose: () => void
  onSaved: (person: Person) => void
}

function PersonForm({ person, onClose, onSaved }: PersonFormProps) {
  const role = useAsk(getMe).data?.officeRole
  const departments = useAsk(listDepartments).data?.items ?? []
  const form = useRecordForm<Person, PersonDraft, PersonBody>({
    record: person,
    productionId: null,
    schema: person === null ? NewPerson : PersonBody,
    draftOf: draftOfPerson,
    toSend: (draft, began) => ({ ...(person === null && { name: '' }), ...changedOf(began, draft) }),
    create: (body, idempotencyKey) => browser.call(createPerson, { body: body as NewPerson, idempotencyKey }),
    change: ({ id }, body, ifMatch) => browser.call(changePerson, { params: { personId: id }, body, ifMatch }),
    read: ({ id }) => browser.call(getPerson, { params: { personId: id } }),
    added: 'is in the directory',
    words: personWords((id) => departments.find((it) => it.id === id)?.name ?? ''),
    onSaved,
    onClose,
  })
  return (
    <Form of={form} action={person === null ? 'Add person' : 'Save'} onCancel={onClose}>
      <PersonFields form={form} seesBank={role === 'owner' || role === 'admin'} />
    </Form>
  )
}

interface PersonDialogProps extends Omit<PersonFormProps, 'person'> {
  open: boolean
  person?: Person | undefined
}

/** Add somebody, or change what is known about them. */
export const PersonDialog = ({ open, person, ...form }: PersonDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={person ? person.name : 'New person'}>
    {open && <PersonForm person={person ?? null} {...form} />}
  </Dialog>
)
