import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useTaken } from '../../../ui/useTaken.ts'
import { getMe } from '../../office/office.contract.ts'
import { changePerson, createPerson, getPerson, NewPerson, PersonBody, type Person } from '../person.contract.ts'
import { changedOf, comparedPerson, draftOfPerson, type PersonDraft } from './person.draft.rules.ts'
import { PersonFields } from './PersonFields.tsx'

interface PersonFormProps {
  /** Absent: somebody new. */
  person: Person | null
  onClose: () => void
  onSaved: (person: Person) => void
}

function PersonForm({ person: current, onClose, onSaved }: PersonFormProps) {
  const client = useQueryClient()
  const person = useTaken(current)
  const [theirs, setTheirs] = useState<Person>()
  const [key] = useState(() => crypto.randomUUID())
  const role = useAsk(getMe).data?.officeRole
  const initial = draftOfPerson(person)
  const put = async (body: PersonBody, version: number) =>
    person === null
      ? browser.call(createPerson, { body: body as NewPerson, idempotencyKey: key })
      : browser.call(changePerson, { params: { personId: person.id }, body, ifMatch: version })
  const send = async (body: PersonBody, version: number) => {
    const saved = await put(body, version)
    toast.done(person === null ? `${saved.name} is in the directory` : `${saved.name} is saved`)
    onSaved(saved)
    onClose()
    await refresh(client, null)
  }
  const form = useForm<PersonDraft, PersonBody>({
    schema: person === null ? NewPerson : PersonBody,
    initial,
    toSend: (draft) =>
      person === null ? { name: '', ...changedOf(draftOfPerson(null), draft) } : changedOf(initial, draft),
    save: async (body) => {
      try {
        await send(body, person?.version ?? 0)
      } catch (thrown) {
        if (person === null || !isStale(problemOf(thrown))) throw thrown
        setTheirs(await browser.call(getPerson, { params: { personId: person.id } }))
      }
    },
  })
  return (
    <>
      <Form of={form} action={person === null ? 'Add person' : 'Save'} onCancel={onClose}>
        <PersonFields form={form} seesBank={role === 'owner' || role === 'admin'} />
      </Form>
      {theirs && (
        <ConflictDialog
          open
          subject={theirs.name}
          fields={comparedPerson(form.draft, draftOfPerson(theirs))}
          onClose={() => setTheirs(undefined)}
          onKeepMine={() => {
            setTheirs(undefined)
            send(PersonBody.parse(changedOf(initial, form.draft)), theirs.version).catch(toast.problem)
          }}
          onTakeTheirs={() => {
            setTheirs(undefined)
            onClose()
            void refresh(client, null)
          }}
        />
      )}
    </>
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
