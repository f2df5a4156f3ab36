import { useState } from 'react'
import { z } from 'zod'
import { useGo, useSearchValue } from '../../../../ui/address.ts'
import { TextLink } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PasswordField, TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { DoorNote, DoorPage } from './DoorPage.tsx'
import { settled, signIn } from './signIn.ts'

const Address = z.object({ email: z.email('Your e-mail address, like ana@example.com.') })
const NewPassword = z.object({
  password: z.string().min(10, 'Use at least 10 characters; a few words are easier to remember than signs.').max(128),
})

/** The same answer whether there is such an account or not: nobody learns here who works with us. */
export function ForgotPage() {
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    schema: Address,
    initial: { email: '' },
    save: async ({ email }) => {
      await settled<unknown>(
        signIn.requestPasswordReset({ email, redirectTo: '/new-password' }),
        'The letter was not sent',
      )
      setSentTo(email)
    },
  })
  if (sentTo !== undefined)
    return (
      <DoorPage
        title="Look at your mail"
        about={`If ${sentTo} has an account here, a link to choose a new password is on its way. It works for an hour.`}
      >
        <DoorNote>
          <TextLink to="/sign-in">Back to signing in</TextLink>
        </DoorNote>
      </DoorPage>
    )
  return (
    <DoorPage title="A new password" about="We write to you with a link.">
      <Form of={form} action="Send the link" aside={<TextLink to="/sign-in">Back</TextLink>}>
        <TextField label="E-mail" type="email" autoComplete="username" autoFocus {...form.field('email')} />
      </Form>
    </DoorPage>
  )
}

/** Where the link of that letter leads. */
export function NewPasswordPage() {
  const [token] = useSearchValue('token')
  const go = useGo()
  const form = useForm({
    schema: NewPassword,
    initial: { password: '' },
    save: async ({ password }) => {
      await settled<unknown>(
        signIn.resetPassword({ newPassword: password, token: token ?? '' }),
        'The password was not changed',
      )
      toast.done('Your new password is set. Other devices were signed out.')
      go('/sign-in')
    },
  })
  if (token === undefined)
    return (
      <DoorPage title="This link no longer works" about="It was used, or it is older than an hour.">
        <TextLink to="/forgot">Ask for a new one</TextLink>
      </DoorPage>
    )
  return (
    <DoorPage title="Choose a new password">
      <Form of={form} action="Set password">
        <PasswordField
          label="New password"
          hint="At least 10 characters"
          autoComplete="new-password"
          autoFocus
          {...form.field('password')}
        />
      </Form>
    </DoorPage>
  )
}
