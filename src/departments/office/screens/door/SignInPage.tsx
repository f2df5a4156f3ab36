import { IconFingerprint, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { useSearchValue } from '../../../../ui/address.ts'
import { Button, TextButton, TextLink } from '../../../../ui/Button.tsx'
import { Form, ProblemNote } from '../../../../ui/Form.tsx'
import { problemOf, type ShownProblem } from '../../../../ui/problem.ts'
import { PasswordField, TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { CodeForm } from './CodeForm.tsx'
import { DoorNote, DoorPage, OtherWays } from './DoorPage.tsx'
import { settled, signIn } from './signIn.ts'
import { useEntrance } from './useEntrance.ts'

const notIn = 'You are not signed in'

/** Where the link of a letter leads back to when it opens nothing any more. */
const oldLink: ShownProblem = {
  type: 'about:blank',
  status: 410,
  title: 'That link no longer works',
  detail: 'It was used, or it is older than five minutes. Have another one sent, or sign in another way.',
  errors: [],
  extensions: {},
}

const Credentials = z.object({
  email: z.email('Your e-mail address, like ana@example.com.'),
  password: z.string().min(1, 'Your password, or take another way below.'),
})

function LinkSent({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <DoorPage
      title="Look at your mail"
      about={`If ${email} has an account here, a link is on its way. It works once, for five minutes.`}
    >
      <DoorNote>
        Nothing there? See the junk folder, or <TextButton onClick={onBack}>try another way</TextButton>.
      </DoorNote>
    </DoorPage>
  )
}

/** Password, link by mail, or passkey; then the code where one is set up. */
export function SignInPage() {
  const { enter, wanted } = useEntrance()
  const [step, setStep] = useState<'start' | 'code' | 'sent'>('start')
  const [refused] = useSearchValue('error')
  const [problem, setProblem] = useState<ShownProblem | undefined>(refused === undefined ? undefined : oldLink)
  const form = useForm({
    schema: Credentials,
    initial: { email: '', password: '' },
    save: async (body) => {
      const answer: object = await settled(signIn.signIn.email(body), notIn)
      if ('twoFactorRedirect' in answer && answer.twoFactorRedirect) setStep('code')
      else enter()
    },
  })
  const attempt = (doing: () => Promise<unknown>) => {
    setProblem(undefined)
    doing().catch((thrown: unknown) => setProblem(problemOf(thrown)))
  }
  const byPasskey = () =>
    attempt(async () => {
      await settled(signIn.signIn.passkey(), notIn)
      enter()
    })
  const byLink = () =>
    attempt(async () => {
      const { email } = form.draft
      if (!Credentials.shape.email.safeParse(email).success)
        throw { title: 'Where should the link go?', status: 422, detail: 'Type your e-mail address above first.' }
      await settled(signIn.signIn.magicLink({ email, callbackURL: wanted, errorCallbackURL: '/sign-in' }), notIn)
      setStep('sent')
    })
  if (step === 'code') return <CodeForm onIn={enter} />
  if (step === 'sent') return <LinkSent email={form.draft.email} onBack={() => setStep('start')} />
  return (
    <DoorPage title="Sign in">
      {problem === oldLink && <ProblemNote problem={problem} />}
      <Form of={form} action="Sign in">
        <TextField label="E-mail" type="email" autoComplete="username webauthn" autoFocus {...form.field('email')} />
        <PasswordField label="Password" autoComplete="current-password" {...form.field('password')} />
      </Form>
      <OtherWays>
        <Button icon={<IconFingerprint size={16} />} onClick={byPasskey}>
          Sign in with a passkey
        </Button>
        <Button icon={<IconMail size={16} />} onClick={byLink}>
          Send me a link
        </Button>
        {problem && problem !== oldLink && <ProblemNote problem={problem} />}
      </OtherWays>
      <DoorNote>
        <TextLink to="/forgot">Forgot your password?</TextLink> People come in by invitation: the owner of the office
        sends it.
      </DoorNote>
    </DoorPage>
  )
}
