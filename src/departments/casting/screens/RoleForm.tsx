import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useTaken } from '../../../ui/useTaken.ts'
import { changeRole, createRole, listRoles, RoleChange, type NewRole, type Role } from '../role.contract.ts'
import { bodyOfDraft, comparedRole, draftOf, type RoleDraft } from './role.draft.rules.ts'
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
  const [theirs, setTheirs] = useState<Role>()
  const [key] = useState(() => crypto.randomUUID())
  const initial = draftOf(role)
  const params = { productionId }
  const send = async (body: RoleChange, version: number) => {
    const saved =
      role === null
        ? await browser.call(createRole, { params, body: body as NewRole, idempotencyKey: key })
        : await browser.call(changeRole, { params: { ...params, roleId: role.id }, body, ifMatch: version })
    toast.done(`${saved.name} is saved`)
    onSaved(saved)
    onClose()
    await refresh(client, productionId)
  }
  const form = useForm<RoleDraft, RoleChange>({
    schema: RoleChange,
    initial,
    toSend: (draft) => bodyOfDraft(draft, initial),
    save: async (body) => {
      try {
        await send(body, role?.version ?? 0)
      } catch (thrown) {
        if (role === null || !isStale(problemOf(thrown))) throw thrown
        setTheirs((await browser.call(listRoles, { params })).items.find(({ id }) => id === role.id))
      }
    },
  })
  return (
    <>
      <Form of={form} action={role === null ? 'Add role' : 'Save'} onCancel={onClose}>
        <RoleFields form={form} />
      </Form>
      {theirs && (
        <ConflictDialog
          open
          subject={theirs.name}
          fields={comparedRole(form.draft, draftOf(theirs))}
          onClose={() => setTheirs(undefined)}
          onKeepMine={() => {
            setTheirs(undefined)
            send(RoleChange.parse(bodyOfDraft(form.draft, initial)), theirs.version).catch(toast.problem)
          }}
          onTakeTheirs={() => {
            setTheirs(undefined)
            onClose()
            void refresh(client, productionId)
          }}
        />
      )}
    </>
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
