import { useQueryClient } from '@tanstack/react-query'
import { useState, type ComponentProps } from 'react'
import { z } from 'zod'
import { refresh } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import css from './Vendors.module.css'

interface LookProps {
  /** A reason somebody may have, as the field shows it. */
  example: string
  /** Asks for it in full; the server keeps who looked and why. */
  look: (reason: string) => Promise<ComponentProps<typeof Facts>['of']>
  onClose: () => void
}

/** What is shown by its last characters, in full to those who say what for. */
export const LookDialog = ({ open, title, ...look }: LookProps & { open: boolean; title: string }) => (
  <Dialog
    open={open}
    onClose={look.onClose}
    title={title}
    about="This look goes on record with your name and the reason."
    size="small"
  >
    {open && <Look {...look} />}
  </Dialog>
)

const Why = z.object({ reason: z.string().trim().min(1, 'Say what you need it for.') })

function Look({ example, look, onClose }: LookProps) {
  const client = useQueryClient()
  const [seen, setSeen] = useState<ComponentProps<typeof Facts>['of']>()
  const form = useForm({
    schema: Why,
    initial: { reason: '' },
    save: async ({ reason }) => {
      setSeen(await look(reason))
      void refresh(client, null)
    },
  })
  if (seen)
    return (
      <div className={css.full}>
        <Facts of={seen} />
      </div>
    )
  return (
    <Form of={form} action="See it" onCancel={onClose}>
      <TextField label="What for" required autoFocus placeholder={example} {...form.field('reason')} />
    </Form>
  )
}
