import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { createPerson, NewPerson } from '../../../people/person.contract.ts'
import type { Gap } from '../../timeline.contract.ts'

interface NewProspectProps {
  gap: Pick<Gap, 'title' | 'departmentId'>
  /** What was looked for and not found is mostly their name. */
  name: string
  onClose: () => void
  onAdded: (person: { id: string; name: string }) => void
}

/** Somebody the directory does not know yet, with as much as it takes to ask them. */
export function NewProspectDialog({ gap, name, onClose, onAdded }: NewProspectProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: NewPerson,
    initial: { name, email: '', phone: '', homeBase: '' },
    toSend: ({ email, phone, ...draft }) => ({
      ...draft,
      position: gap.title,
      departmentId: gap.departmentId,
      emails: email.trim() === '' ? [] : [{ label: null, value: email }],
      phones: phone.trim() === '' ? [] : [{ label: null, value: phone }],
    }),
    save: async (body) => {
      const made = await browser.call(createPerson, { body, idempotencyKey: key })
      onAdded(made)
      onClose()
      await refresh(client, null)
    },
  })
  const { field, errors } = form
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="Somebody new"
      about={`${gap.title}. They come into the directory.`}
    >
      <Form of={form} action="Add" onCancel={onClose}>
        <TextField label="Name" required autoFocus {...field('name')} />
        <TextField
          label="E-mail"
          type="email"
          hint="The question goes here; without it you hand over a link"
          {...field('email')}
          error={errors['emails']}
        />
        <TextField label="Phone" type="tel" {...field('phone')} error={errors['phones']} />
        <TextField label="Based in" {...field('homeBase')} />
      </Form>
    </Dialog>
  )
}
