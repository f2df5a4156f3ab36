import { browser } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useRecordForm } from '../../../ui/useRecordForm.ts'
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

function RoleForm({ productionId, role, onClose, onSaved }: RoleFormProps) {
  const params = { productionId }
  const form = useRecordForm<Role, RoleDraft, RoleChange>({
    record: role,
    productionId,
    schema: RoleChange,
    draftOf,
    toSend: bodyOfDraft,
    create: (body, idempotencyKey) => browser.call(createRole, { params, body: body as NewRole, idempotencyKey }),
    change: ({ id }, body, ifMatch) => browser.call(changeRole, { params: { ...params, roleId: id }, body, ifMatch }),
    read: async ({ id }) => (await browser.call(listRoles, { params })).items.find((it) => it.id === id),
    words: roleWords,
    onSaved,
    onClose,
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
