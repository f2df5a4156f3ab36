import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh, useAsk } from '../../../../client/react.ts'
import { officeRoles, productionRoles, type OfficeRole, type ProductionRole } from '../../../../kernel/abilities.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { invite } from '../../account.contract.ts'
import { getMe } from '../../office.contract.ts'
import { officeRoleHints, officeRoleWords, productionRoleWords } from './words.ts'

const Draft = bodyOf(invite)
  .pick({ name: true, email: true, officeRole: true })
  .extend({ productionId: z.string().nullable(), role: z.enum(productionRoles) })

interface Sent {
  email: string
  address: string
}

const roles = officeRoles.map((role) => ({ value: role, label: `${officeRoleWords[role]}: ${officeRoleHints[role]}` }))
const inProduction = productionRoles.map((role) => ({ value: role, label: productionRoleWords[role] }))

function InviteForm({ onSent, onClose }: { onSent: (sent: Sent) => void; onClose: () => void }) {
  const client = useQueryClient()
  const me = useAsk(getMe)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Draft,
    initial: {
      name: '',
      email: '',
      officeRole: 'member' as OfficeRole | null,
      productionId: null as string | null,
      role: 'crew' as ProductionRole | null,
    },
    save: async ({ name, email, officeRole, productionId, role }) => {
      const body = { name, email, officeRole, productionRoles: productionId === null ? [] : [{ productionId, role }] }
      const { address } = await browser.call(invite, { body, idempotencyKey: key })
      void refresh(client, null)
      onSent({ email, address })
    },
  })
  const { field, draft } = form
  const productions = (me.data?.productions ?? []).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Form of={form} action="Send the invitation" onCancel={onClose}>
      <FieldRow>
        <TextField label="Name" required autoFocus {...field('name')} />
        <TextField label="E-mail" type="email" required {...field('email')} />
      </FieldRow>
      <SelectField label="Role in the office" choices={roles} {...field('officeRole')} />
      {draft.officeRole === 'member' && (
        <FieldRow>
          <SelectField
            label="On a production"
            clearable
            placeholder="Later"
            choices={productions}
            {...field('productionId')}
          />
          <SelectField label="As" disabled={draft.productionId === null} choices={inProduction} {...field('role')} />
        </FieldRow>
      )}
    </Form>
  )
}

/** Invites somebody to sign in; the link is shown too, for offices that send no mail yet. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [sent, setSent] = useState<Sent>()
  const close = () => {
    setSent(undefined)
    onClose()
  }
  if (sent)
    return (
      <Dialog
        open={open}
        onClose={close}
        title="The invitation is in the outbox"
        about={`It goes to ${sent.email}. You can also hand the link over yourself.`}
      >
        <CopyField label="Link" value={sent.address} />
        <DialogActions>
          <Button onClick={close}>Done</Button>
        </DialogActions>
      </Dialog>
    )
  return (
    <Dialog open={open} onClose={close} title="Invite somebody">
      {open && <InviteForm onSent={setSent} onClose={close} />}
    </Dialog>
  )
}
