import { useState } from 'react'
import { browser, useChange } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FindField } from '../../../ui/FindField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { listPeople } from '../../people/person.contract.ts'
import { addCandidates, NewCandidates } from '../candidate.contract.ts'
import type { Role } from '../role.contract.ts'

interface AddDialogProps {
  open: boolean
  productionId: string
  roles: readonly Role[]
  roleId: string | null
  onClose: () => void
}

/** Somebody of our own directory, or somebody an agent names on the phone. */
export const AddDialog = ({ open, ...props }: AddDialogProps) => (
  <Dialog open={open} onClose={props.onClose} title="Put somebody forward">
    {open && <AddForm {...props} />}
  </Dialog>
)

interface Draft {
  roleId: string | null
  personIds: string | null
  typed: string
  email: string
  agentName: string
  agentEmail: string
}

const toSend = ({ roleId, personIds, typed, email, agentName, agentEmail }: Draft) => ({
  roleId,
  personIds: personIds === null ? [] : [personIds],
  source: personIds === null ? 'agent' : 'own_talent',
  typed:
    typed.trim() === ''
      ? null
      : {
          name: typed,
          email: email || null,
          agentName: agentName || null,
          agentEmail: agentEmail || null,
          agentFirst: agentEmail !== '',
        },
})

function AddForm({ productionId, roles, roleId, onClose }: Omit<AddDialogProps, 'open'>) {
  const [key] = useState(() => crypto.randomUUID())
  const add = useChange(addCandidates)
  const form = useForm<Draft, NewCandidates>({
    schema: NewCandidates,
    initial: {
      roleId: roleId ?? roles[0]?.id ?? null,
      personIds: null,
      typed: '',
      email: '',
      agentName: '',
      agentEmail: '',
    },
    toSend,
    save: async (body) => {
      const { added, already } = await add.mutateAsync({ params: { productionId }, body, idempotencyKey: key })
      onClose()
      toast.done(
        added.length > 0 ? 'Put forward' : already.length > 0 ? 'They are in this role already' : 'Nobody was chosen',
      )
    },
  })
  const find = async (q: string) => {
    const { items } = await browser.call(listPeople, { query: { ...(q !== '' && { q }), limit: 12 } })
    return items.map(({ id, name, position }) => ({
      value: id,
      label: position === null ? name : `${name}, ${position}`,
    }))
  }
  return (
    <Form of={form} action="Put forward" onCancel={onClose}>
      <SelectField
        label="Role"
        choices={roles.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('roleId')}
      />
      <FindField label="From our directory" find={find} {...form.field('personIds')} />
      <FieldRow>
        <TextField label="Or by name" hint="As an agent names them" {...form.field('typed')} />
        <TextField label="Their e-mail" type="email" {...form.field('email')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Agent" {...form.field('agentName')} />
        <TextField
          label="Agent’s e-mail"
          hint="Then requests go there first"
          type="email"
          {...form.field('agentEmail')}
        />
      </FieldRow>
    </Form>
  )
}
