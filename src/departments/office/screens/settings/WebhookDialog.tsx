import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../../client/react.ts'
import {
  changeWebhook,
  createWebhook,
  listWebhooks,
  type Webhook,
} from '../../../../platform/webhooks/webhook.contract.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { CheckField } from '../../../../ui/CheckField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { MultiSelectField } from '../../../../ui/SelectField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { SecretShown } from './SecretShown.tsx'

const { name, url, events: chosen } = bodyOf(createWebhook).shape
const Draft = z.object({ name, url, events: chosen, active: z.boolean() })

const draftOf = ({ name, url, events, active }: Webhook) => ({ name, url, events, active })

interface Props {
  webhook?: Webhook
  events: readonly { name: string; about: string }[]
  onClose: () => void
  onMade?: (webhook: Webhook) => void
}

/** A new address, whose secret is then shown once; or what an address is told, changed. */
export function WebhookDialog({ webhook, events, onClose, onMade }: Props) {
  const client = useQueryClient()
  const [made, setMade] = useState<{ webhook: Webhook; secret: string }>()
  const [key] = useState(() => crypto.randomUUID())
  const about = (event: string) => events.find((it) => it.name === event)?.about ?? event
  const form = useForm({
    schema: Draft,
    initial: webhook ? draftOf(webhook) : { name: '', url: '', events: [] as string[], active: true },
    save: async (body, version = webhook?.version ?? 0) => {
      if (webhook === undefined) setMade(await browser.call(createWebhook, { body, idempotencyKey: key }))
      else {
        await browser.call(changeWebhook, { params: { webhookId: webhook.id }, body, ifMatch: version })
        onClose()
      }
      await refresh(client, null)
    },
    shared: webhook && {
      subject: webhook.name,
      version: webhook.version,
      read: async () => {
        const it = (await browser.call(listWebhooks)).items.find(({ id }) => id === webhook.id) ?? webhook
        return { draft: draftOf(it), version: it.version }
      },
      words: {
        name: 'Name',
        url: 'Address',
        events: { word: 'Told when', say: (names) => names.map(about).join(', ') },
        active: 'Is told',
      },
    },
  })
  if (made)
    return (
      <SecretShown
        secret={made.secret}
        onClose={() => {
          onClose()
          onMade?.(made.webhook)
        }}
      />
    )
  return (
    <Dialog open onClose={onClose} title={webhook ? `Change ${webhook.name}` : 'New webhook'}>
      <Form of={form} action={webhook ? 'Save' : 'Add it'} onCancel={onClose}>
        <TextField label="Name" required autoFocus placeholder="Payroll" {...form.field('name')} />
        <TextField
          label="Address"
          required
          type="url"
          placeholder="https://hooks.example.com/unitbase"
          hint="It receives a signed POST and answers with 2xx."
          {...form.field('url')}
        />
        <MultiSelectField
          label="Told when"
          required
          choices={events.map((it) => ({ value: it.name, label: it.about }))}
          {...form.field('events')}
        />
        {webhook && <CheckField label="Tell it" {...form.field('active')} />}
      </Form>
    </Dialog>
  )
}
