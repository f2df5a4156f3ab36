import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { agreeToTerms, askForAccess, readTerms } from '../access.contract.ts'
import type { DocumentRecord } from '../document.contract.ts'
import css from './DocumentPanel.module.css'
import { endOfDay } from './words.ts'

interface LockedPanelProps {
  productionId: string
  document: DocumentRecord
  onClose: () => void
}

/** A document that is seen by name: terms to agree to first, or a request to be let in. */
export const LockedPanel = ({ productionId, document: it, onClose }: LockedPanelProps) => (
  <Panel title={it.name} about={it.standing === 'terms' ? 'Confidential' : 'Not open to your role'} onClose={onClose}>
    {it.standing === 'terms' ? (
      <Terms productionId={productionId} />
    ) : (
      <Asking productionId={productionId} document={it} />
    )}
  </Panel>
)

function Terms({ productionId }: { productionId: string }) {
  const client = useQueryClient()
  const params = { productionId }
  const asked = useAsk(readTerms, { params })
  const form = useForm({
    schema: agreeToTerms.body!,
    initial: { name: '' },
    save: async (body) => {
      await browser.call(agreeToTerms, { params, body })
      await refresh(client, productionId)
    },
  })
  return (
    <Loaded of={asked}>
      {({ wording }) => (
        <Form of={form} action="I agree">
          <div className={css.note}>
            {wording.split('\n').map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </div>
          <TextField
            label="Type your name"
            hint="Kept with these words. Asked once for this production."
            {...form.field('name')}
          />
        </Form>
      )}
    </Loaded>
  )
}

const nextWeek = () => Temporal.Now.plainDateISO().add({ days: 7 }).toString()

function Asking({ productionId, document: it }: Omit<LockedPanelProps, 'onClose'>) {
  const [sent, setSent] = useState(false)
  const form = useForm({
    schema: askForAccess.body!,
    initial: { reason: '', until: nextWeek() as string | null },
    toSend: ({ reason, until }) => ({ reason, until: until === null ? '' : endOfDay(until) }),
    save: async (body) => {
      await browser.call(askForAccess, {
        params: { productionId, documentId: it.id },
        body,
        idempotencyKey: crypto.randomUUID(),
      })
      setSent(true)
      toast.done('The production office has your request')
    },
  })
  if (sent) return <p>Your request is with the production office. It opens here when they let you in.</p>
  return (
    <Form of={form} action="Ask to open it">
      <p>Say what you need it for and until when. Access ends by itself on that day.</p>
      <TextAreaField label="What for" {...form.field('reason')} />
      <DateField label="Until" {...form.field('until')} />
    </Form>
  )
}
