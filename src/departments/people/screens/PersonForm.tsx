import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
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
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const role = useAsk(getMe).data?.officeRole
  const departments = useAsk(listDepartments).data?.items ?? []
  const put = (body: PersonBody, version: number) =>
    person === null
      ? browser.call(createPerson, { body: body as NewPerson, idempotencyKey: key })
      : browser.call(changePerson, { params: { personId: person.id }, body, ifMatch: version })
  const form = useForm<PersonDraft, PersonBody>({
    schema: person === null ? NewPerson : PersonBody,
    initial: draftOfPerson(person),
    toSend: (draft, began) => (person === null ? { name: '', ...changedOf(began, draft) } : changedOf(began, draft)),
    save: async (body, version = 0) => {
      const saved = await put(body, version)
      toast.done(person === null ? `${saved.name} is in the directory` : `${saved.name} is saved`)
      onSaved(saved)
      onClose()
      await refresh(client, null)
    },
    shared:
      person === null
        ? undefined
        : {
            subject: person.name,
            version: person.version,
            read: async () => {
              void refresh(client, null)
              const theirs = await browser.call(getPerson, { params: { personId: person.id } })
              return { draft: draftOfPerson(theirs), version: theirs.version }
            },
            words: personWords((id) => departments.find((it) => it.id === id)?.name ?? ''),
          },
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
