import { useState } from 'react'
import { z } from 'zod'
import { Button } from '../../../../ui/Button.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { QrCode } from '../../../../ui/QrCode.tsx'
import { PasswordField, TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { copyText } from '../../../../ui/withoutHttps.ts'
import { settled, signIn } from '../door/signIn.ts'
import css from './CodeSection.module.css'

interface Started {
  totpURI: string
  backupCodes: string[]
}

const Password = z.object({ password: z.string().min(1, 'Your password.') })
const Code = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, 'Six digits.'),
})

interface AskPasswordProps {
  action: string
  save: (password: string) => Promise<unknown>
}

/** Turning the second step on or off asks who is there once more. */
function AskPassword({ action, save }: AskPasswordProps) {
  const form = useForm({ schema: Password, initial: { password: '' }, save: ({ password }) => save(password) })
  return (
    <Form of={form} action={action}>
      <PasswordField label="Your password" autoComplete="current-password" autoFocus {...form.field('password')} />
    </Form>
  )
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''

function Scan({ of: { totpURI }, onProven }: { of: Started; onProven: () => void }) {
  const form = useForm({
    schema: Code,
    initial: { code: '' },
    save: async ({ code }) => {
      await settled<unknown>(signIn.twoFactor.verifyTotp({ code: code.replace(/\s/g, '') }), 'Not set up yet')
      onProven()
    },
  })
  return (
    <div className={css.setup}>
      <QrCode text={totpURI} label="Scan this with your authenticator app" />
      <div className={css.steps}>
        <p>Scan it with an authenticator app, or type the key into it. Then type the six digits it shows.</p>
        <CopyField label="Key" value={secretOf(totpURI)} />
        <Form of={form} action="Turn on">
          <TextField label="Code" autoComplete="one-time-code" {...form.field('code')} />
        </Form>
      </div>
    </div>
  )
}

function SpareCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <>
      <p>Each opens the door once when the phone is not at hand. Print them, or keep them with your passwords.</p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <Button kind="accent" onClick={onClose}>
          I have kept them
        </Button>
        <Button onClick={() => void copyText(codes.join('\n')).then(() => toast.done('Copied'), toast.problem)}>
          Copy
        </Button>
      </DialogActions>
    </>
  )
}

/** Sets up or turns off the code: password, then picture and proof, then the spare codes. */
export function CodeDialog({ open, on, onClose }: { open: boolean; on: boolean; onClose: () => void }) {
  const [started, setStarted] = useState<Started>()
  const [proven, setProven] = useState(false)
  const close = () => {
    setStarted(undefined)
    setProven(false)
    onClose()
  }
  const begin = async (password: string) => {
    const answer: object = await settled<object>(signIn.twoFactor.enable({ password }), 'Not set up')
    setStarted(answer as Started)
  }
  const turnOff = async (password: string) => {
    await settled<unknown>(signIn.twoFactor.disable({ password }), 'It is still asked for')
    toast.done('No code is asked for any more')
    close()
  }
  if (!started)
    return (
      <Dialog open={open} onClose={close} title={on ? 'Ask for no code' : 'Ask for a code at sign-in'}>
        {open && <AskPassword action={on ? 'Turn off' : 'Continue'} save={on ? turnOff : begin} />}
      </Dialog>
    )
  return (
    <Dialog open={open} onClose={close} title={proven ? 'Ten spare codes' : 'Your authenticator app'}>
      {proven ? (
        <SpareCodes codes={started.backupCodes} onClose={close} />
      ) : (
        <Scan of={started} onProven={() => setProven(true)} />
      )}
    </Dialog>
  )
}
