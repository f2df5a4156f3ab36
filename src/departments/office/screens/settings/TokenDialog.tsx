import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { MultiSelectField, SelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { createToken } from '../../account.contract.ts'
import { abilityWord } from './words.ts'

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
  { value: '0', label: 'no end' },
]

const Draft = z
  .object({ name: bodyOf(createToken).shape.name, all: z.boolean(), scopes: z.array(z.string()), life: z.string() })
  .refine((it) => it.all || it.scopes.length > 0, {
    path: ['scopes'],
    error: 'Choose at least one thing the token may do.',
  })

interface TokenFormProps {
  scopes: readonly string[]
  onMade: (token: string) => void
  onClose: () => void
}

function TokenForm({ scopes, onMade, onClose }: TokenFormProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Draft,
    initial: { name: '', all: false, scopes: [] as string[], life: '90' as string | null },
    save: async ({ name, all, scopes: chosen, life }) => {
      const expiresInDays = Number(life) || null
      const body = { name, scopes: all ? ['*'] : chosen, expiresInDays }
      const made = await browser.call(createToken, { body, idempotencyKey: key })
      void refresh(client, null)
      onMade(made.token)
    },
  })
  const { field, draft } = form
  const choices = scopes.filter((it) => it !== '*').map((value) => ({ value, label: abilityWord(value) }))
  return (
    <Form of={form} action="Make the token" onCancel={onClose}>
      <TextField label="What it is for" placeholder="Nightly export" required autoFocus {...field('name')} />
      <CheckField label="Everything I may do" {...field('all')} />
      {!draft.all && <MultiSelectField label="May" choices={choices} {...field('scopes')} />}
      <SelectField label="Works for" choices={lives} {...field('life')} />
    </Form>
  )
}

/** Makes a token, and shows it this once. */
export function TokenDialog({
  open,
  scopes,
  onClose,
}: {
  open: boolean
  scopes: readonly string[]
  onClose: () => void
}) {
  const [token, setToken] = useState<string>()
  const close = () => {
    setToken(undefined)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={token === undefined ? 'New token' : 'Here is the token'}
      about={token === undefined ? undefined : 'It is shown this once. Keep it as you would keep a password.'}
    >
      {token === undefined ? (
        open && <TokenForm scopes={scopes} onMade={setToken} onClose={close} />
      ) : (
        <>
          <CopyField label="Token" value={token} />
          <DialogActions>
            <Button onClick={close}>Done</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
