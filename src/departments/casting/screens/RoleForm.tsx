import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import type { Shared } from '../../../ui/formConflict.ts'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useTaken } from '../../../ui/useTaken.ts'
import { changeRole, createRole, listRoles, RoleChange, type NewRole, type Role } from '../role.contract.ts'
import { bodyOfDraft, draftOf, roleWords, type RoleDraft } from './role.draft.rules.ts'
import { RoleFields } from './RoleFields.tsx'

interface RoleFormProps {
  productionId: string
  /** Absent: a new role. */
  role: Role | null
  onClose: () => void
  onSaved: (role: Role) => void
}

function RoleForm({ productionId, role: current, onClose, onSaved }: RoleFormProps) {
  const client = useQueryClient()
  const role = useTaken(current)
  const [key] = useState(() => crypto.randomUUID())
  const initial = draftOf(role)
  const params = { productionId }
  const send = (body: RoleChange, version: number) =>
    role === null
      ? browser.call(createRole, { params, body: body as NewRole, idempotencyKey: key })
      : browser.call(changeRole, { params: { ...params, roleId: role.id }, body, ifMatch: version })
  const shared = (it: Role): Shared<RoleDraft> => ({
    subject: it.name,
    version: it.version,
    read: async () => {
      void refresh(client, productionId)
      const theirs = (await browser.call(listRoles, { params })).items.find(({ id }) => id === it.id) ?? it
      return { draft: draftOf(theirs), version: theirs.version }
    },
    words: roleWords,
  })
  const form = useForm<RoleDraft, RoleChange>({
    schema: RoleChange,
    initial,
    toSend: (draft) => bodyOfDraft(draft, initial),
    save: async (body, version = 0) => {
      const saved = await send(body, version)
      toast.done(`${saved.name} is saved`)
      onSaved(saved)
      onClose()
      await refresh(client, productionId)
    },
    shared: role === null ? undefined : shared(role),
  })
  return (
    <Form of={form} action={role === null ? 'Add role' : 'Save'} onCancel={onClose}>
      <RoleFields form={form} />
    </Form>
  )
}

interface RoleDialogProps extends Omit<RoleFormProps, 'role'> {
  open: boolean
  role?: Role
}

/** Add a role, or change its breakdown. */
export const RoleDialog = ({ open, role, ...form }: RoleDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={role ? role.name : 'New role'}>
    {open && <RoleForm role={role ?? null} {...form} />}
  </Dialog>
)
