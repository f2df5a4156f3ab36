import { z } from 'zod'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { PasswordField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { settled, signIn } from '../door/signIn.ts'

const Change = z.object({
  currentPassword: z.string().min(1, 'Your present password.'),
  newPassword: z
    .string()
    .min(10, 'Use at least 10 characters; a few words are easier to remember than signs.')
    .max(128),
})

/** A new password signs out every other device. */
export function PasswordSection() {
  const form = useForm({
    schema: Change,
    initial: { currentPassword: '', newPassword: '' },
    save: async (body) => {
      await settled<unknown>(
        signIn.changePassword({ ...body, revokeOtherSessions: true }),
        'The password was not changed',
      )
      form.reset({ currentPassword: '', newPassword: '' })
      toast.done('Your new password is set. Other devices were signed out.')
    },
  })
  return (
    <Section title="Password">
      <div style={{ paddingTop: 12 }}>
        <Form of={form} action="Change password">
          <FieldRow>
            <PasswordField
              label="Present password"
              autoComplete="current-password"
              {...form.field('currentPassword')}
            />
            <PasswordField label="New password" autoComplete="new-password" {...form.field('newPassword')} />
          </FieldRow>
        </Form>
      </div>
    </Section>
  )
}
