import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { AtDoor as Signed, signAtDoor } from '../door.contract.ts'
import type { Appointment, Session } from '../session.contract.ts'
import css from './Casting.module.css'

interface AtDoorProps {
  productionId: string
  session: Session
  of: Appointment
}

/** Signing in and out at the desk, where no tablet stands at the door. */
export function AtDoor({ productionId, session, of: it }: AtDoorProps) {
  const [signing, setSigning] = useState(false)
  const door = useChange(signAtDoor)
  const params = { productionId, sessionId: session.id, candidateId: it.candidateId }
  if (it.signedInAt !== null)
    return (
      <Button
        size="small"
        busy={door.isPending}
        onClick={() => door.mutate({ params, body: { what: 'out' } }, { onError: toast.problem })}
      >
        Sign out
      </Button>
    )
  return (
    <>
      <Button size="small" onClick={() => setSigning(true)}>
        Sign in
      </Button>
      <Dialog open={signing} onClose={() => setSigning(false)} title={`Welcome, ${it.name}`}>
        <p className={css.prose}>{session.releaseText}</p>
        {signing && (
          <SignIn
            of={it}
            onSign={async (body) => {
              await door.mutateAsync({ params, body })
              setSigning(false)
            }}
          />
        )}
      </Dialog>
    </>
  )
}

interface Draft {
  what: 'in'
  name: string
  guardian: string | null
}

function SignIn({ of: it, onSign }: { of: Appointment; onSign: (body: Signed) => Promise<void> }) {
  const form = useForm<Draft, Signed>({
    schema: Signed,
    initial: { what: 'in', name: '', guardian: it.isMinor ? '' : null },
    save: onSign,
  })
  return (
    <Form of={form} action="I agree, sign me in">
      <TextField label="Write your name to agree" required autoFocus {...form.field('name')} />
      {it.isMinor && (
        <TextField
          label="Name of a parent or guardian"
          required
          value={form.draft.guardian ?? ''}
          error={form.errors['guardian']}
          onChange={(guardian) => form.change({ guardian })}
        />
      )}
    </Form>
  )
}
