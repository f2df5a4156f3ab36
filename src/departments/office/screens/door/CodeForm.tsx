import { useState } from 'react'
import { z } from 'zod'
import { TextButton } from '../../../../ui/Button.tsx'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { DoorNote, DoorPage } from './DoorPage.tsx'
import { settled, signIn } from './signIn.ts'

const Code = z.object({
  code: z.string().trim().min(6, 'Six digits, or one of your spare codes.'),
  trustDevice: z.boolean(),
})

/** The second step of signing in: a code of the authenticator app, or a spare one when the phone is away. */
export function CodeForm({ onIn }: { onIn: () => void }) {
  const [spare, setSpare] = useState(false)
  const form = useForm({
    schema: Code,
    initial: { code: '', trustDevice: false },
    save: async ({ code, trustDevice }) => {
      const compact = code.replace(/\s/g, '')
      const asked = spare
        ? signIn.twoFactor.verifyBackupCode({ code: compact, trustDevice })
        : signIn.twoFactor.verifyTotp({ code: compact, trustDevice })
      await settled<unknown>(asked, 'You are not signed in yet')
      onIn()
    },
  })
  return (
    <DoorPage
      title={spare ? 'A spare code' : 'The code from your phone'}
      about={spare ? 'Each works once.' : 'Six digits from your authenticator app.'}
    >
      <Form of={form} action="Continue">
        <TextField
          label={spare ? 'Spare code' : 'Code'}
          autoFocus
          autoComplete="one-time-code"
          {...form.field('code')}
        />
        <CheckField label="Do not ask on this device for 30 days" {...form.field('trustDevice')} />
      </Form>
      <DoorNote>
        <TextButton onClick={() => setSpare(!spare)}>{spare ? 'Use the app instead' : 'Phone not at hand?'}</TextButton>
      </DoorNote>
    </DoorPage>
  )
}
