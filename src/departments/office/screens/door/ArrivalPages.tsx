import { useState } from 'react'
import { browser, useAsk } from '../../../../client/react.ts'
import { useParam } from '../../../../ui/address.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { TextLink } from '../../../../ui/Button.tsx'
import { readerZone } from '../../../../ui/dates.ts'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Loading } from '../../../../ui/Loaded.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { PasswordField, TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { ZoneField } from '../../../../ui/ZoneField.tsx'
import { acceptInvitation, acceptWelcome, openInvitation, openWelcome } from '../../account.contract.ts'
import { DoorNote, DoorPage } from './DoorPage.tsx'
import { settled, signIn } from './signIn.ts'
import { useEntrance } from './useEntrance.ts'

function LinkGone({ problem }: { problem: unknown }) {
  const { title, detail } = problemOf(problem)
  return (
    <DoorPage title={title} about={detail}>
      <DoorNote>
        <TextLink to="/sign-in">Sign in</TextLink> if you have an account, or ask whoever sent it for a new link.
      </DoorNote>
    </DoorPage>
  )
}

/** Made once, so straight in: the password was typed a moment ago. */
async function comeIn(email: string, password: string, enter: () => void) {
  await settled<unknown>(
    signIn.signIn.email({ email, password }),
    'Your account is made, but you are not signed in yet',
  )
  enter()
}

interface FirstOwnerProps {
  token: string
  officeName: string
  timeZone: string
}

function FirstOwner({ token, officeName, timeZone }: FirstOwnerProps) {
  const { enter } = useEntrance()
  const [zone] = useState(() => (timeZone === 'UTC' ? readerZone() : timeZone))
  const form = useForm({
    schema: bodyOf(acceptWelcome),
    initial: { officeName, timeZone: zone as string | null, name: '', email: '', password: '' },
    save: async (body) => {
      const { email } = await browser.call(acceptWelcome, { params: { token }, body })
      await comeIn(email, body.password, enter)
    },
  })
  return (
    <DoorPage title="Welcome to your production office" about="You become its owner. This link works once.">
      <Form of={form} action="Open the office">
        <FieldRow>
          <TextField label="Name of the office" autoFocus required {...form.field('officeName')} />
        </FieldRow>
        <ZoneField label="Time zone" {...form.field('timeZone')} />
        <TextField label="Your name" autoComplete="name" required {...form.field('name')} />
        <TextField label="E-mail" type="email" autoComplete="username" required {...form.field('email')} />
        <PasswordField
          label="Password"
          hint="At least 10 characters"
          autoComplete="new-password"
          required
          {...form.field('password')}
        />
      </Form>
    </DoorPage>
  )
}

/** Where the one-time link of a first start leads. */
export function WelcomePage() {
  const token = useParam('token')
  const asked = useAsk(openWelcome, { params: { token } })
  if (asked.error) return <LinkGone problem={asked.error} />
  return asked.data ? <FirstOwner token={token} {...asked.data} /> : <Loading />
}

interface InvitedProps {
  token: string
  name: string
  email: string
  officeName: string
}

function Invited({ token, name, email, officeName }: InvitedProps) {
  const { enter } = useEntrance()
  const form = useForm({
    schema: bodyOf(acceptInvitation),
    initial: { name, password: '' },
    save: async (body) => {
      await browser.call(acceptInvitation, { params: { token }, body })
      await comeIn(email, body.password, enter)
    },
  })
  return (
    <DoorPage title={`Join ${officeName}`} about={`You were invited as ${email}.`}>
      <Form of={form} action="Join">
        <TextField label="Your name" autoComplete="name" required {...form.field('name')} />
        <PasswordField
          label="Password"
          hint="At least 10 characters"
          autoComplete="new-password"
          autoFocus
          required
          {...form.field('password')}
        />
      </Form>
    </DoorPage>
  )
}

/** Where an invitation leads. */
export function InvitationPage() {
  const token = useParam('token')
  const asked = useAsk(openInvitation, { params: { token } })
  if (asked.error) return <LinkGone problem={asked.error} />
  return asked.data ? <Invited token={token} {...asked.data} /> : <Loading />
}
