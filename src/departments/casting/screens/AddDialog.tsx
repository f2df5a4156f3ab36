import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { plural } from '../../../ui/words.ts'
import { addCandidates, NewCandidates } from '../candidate.contract.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import { TalentFinder } from './TalentFinder.tsx'

interface AddDialogProps {
  open: boolean
  productionId: string
  roles: readonly Role[]
  roleId: string | null
  onClose: () => void
}

/** Somebody of our own directory, or somebody an agent names on the phone. */
export const AddDialog = ({ open, ...props }: AddDialogProps) => (
  <Dialog open={open} onClose={props.onClose} title="Put somebody forward" size="wide">
    {open && <AddForm {...props} />}
  </Dialog>
)

type Way = 'directory' | 'new'

function AddForm({ roleId, ...props }: Omit<AddDialogProps, 'open'>) {
  const [way, setWay] = useState<Way>('directory')
  const [role, setRole] = useState<string | null>(roleId ?? props.roles[0]?.id ?? null)
  return (
    <div className={css.form}>
      <SelectField
        label="Role"
        choices={props.roles.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={role}
        onChange={setRole}
      />
      <Segmented
        label="From where"
        value={way}
        options={[
          { value: 'directory', label: 'Our directory' },
          { value: 'new', label: 'Somebody new' },
        ]}
        onChange={setWay}
      />
      {way === 'directory' ? (
        <FromDirectory key={role} {...props} roleId={role} />
      ) : (
        <SomebodyNew {...props} roleId={role} />
      )}
    </div>
  )
}

type Adding = Omit<AddDialogProps, 'open'>

function useAdd({ productionId, onClose }: Adding) {
  const [key] = useState(() => crypto.randomUUID())
  const add = useChange(addCandidates)
  const send = async (body: NewCandidates) => {
    const { added, already } = await add.mutateAsync({ params: { productionId }, body, idempotencyKey: key })
    onClose()
    toast.done(
      added.length > 0 ? `${plural(added.length, 'person', 'people')} put forward` : 'They are in this role already',
      { ...(added.length > 0 && already.length > 0 && { detail: `${already.length} were in it already.` }) },
    )
  }
  return { send, busy: add.isPending }
}

/** Our own talent: several at once, by what the role asks. */
function FromDirectory(props: Adding) {
  const { roles, roleId, onClose } = props
  const [picked, setPicked] = useState<string[]>([])
  const { send, busy } = useAdd(props)
  return (
    <>
      <TalentFinder role={roles.find(({ id }) => id === roleId)} {...{ picked }} onPick={setPicked} />
      <DialogActions>
        <Button
          kind="accent"
          busy={busy}
          disabled={picked.length === 0 || roleId === null}
          onClick={() =>
            void send({
              roleId: roleId as never,
              personIds: picked as never[],
              typed: null,
              source: 'own_talent',
            }).catch(toast.problem)
          }
        >
          {picked.length === 0 ? 'Put forward' : `Put ${plural(picked.length, 'person', 'people')} forward`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </>
  )
}

interface Draft {
  typed: string
  email: string
  agentName: string
  agentEmail: string
}

/** As an agent names them on the phone. */
function SomebodyNew(props: Adding) {
  const { send } = useAdd(props)
  const form = useForm<Draft, NewCandidates>({
    schema: NewCandidates,
    initial: { typed: '', email: '', agentName: '', agentEmail: '' },
    toSend: ({ typed, email, agentName, agentEmail }) => ({
      roleId: props.roleId,
      source: agentName === '' ? 'typed' : 'agent',
      typed: {
        name: typed,
        email: email || null,
        agentName: agentName || null,
        agentEmail: agentEmail || null,
        agentFirst: agentEmail !== '',
      },
    }),
    save: send,
  })
  return (
    <Form of={form} action="Put forward" onCancel={props.onClose}>
      <FieldRow>
        <TextField label="Name" required autoFocus {...form.field('typed')} />
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
