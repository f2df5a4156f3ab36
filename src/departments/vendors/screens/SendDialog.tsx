import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { MultiSelectField, SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { sendQuoteRequest, type QuoteRequest } from '../quotes/quote.contract.ts'
import { stageWords } from '../stage.rules.ts'
import type { VendorLine } from '../vendor.contract.ts'
import { useVendors } from './useVendors.ts'

interface SendProps {
  productionId: string
  request: QuoteRequest
  onClose: () => void
}

export const SendDialog = ({ open, ...form }: SendProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title={`Ask for ${form.request.title}`}
    about="Each gets a link of their own and sees nobody else. A day before the time is over, who has not answered is reminded once."
  >
    {open && <SendForm {...form} />}
  </Dialog>
)

function SendForm({ productionId, request, onClose }: SendProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const [q, setQ] = useState('')
  const found = useVendors({ q: useDeferredValue(q.trim()), limit: 50 }).data?.items ?? []
  const seen = useRef(new Map<string, VendorLine>())
  for (const it of found) seen.current.set(it.id, it)
  const asked = new Set(request.quotes.map(({ vendorId }) => vendorId as string))
  const form = useForm({
    schema: sendQuoteRequest.body!,
    initial: { vendorIds: [] as string[], locale: 'en' as 'en' | 'de' | null, message: '', isByPhone: false },
    save: async (body) => {
      await browser.call(sendQuoteRequest, {
        params: { productionId, requestId: request.id },
        body,
        ifMatch: request.version,
        idempotencyKey: key,
      })
      toast.done(`${body.vendorIds.length} asked`)
      onClose()
      await refresh(client, productionId)
    },
  })
  const { field, draft } = form
  const chosen = draft.vendorIds.flatMap((id) => seen.current.get(id) ?? [])
  return (
    <Form of={form} action={draft.isByPhone ? 'Put them beside' : 'Send the links'} onCancel={onClose}>
      <MultiSelectField
        label="Vendors"
        required
        autoFocus
        onFind={setQ}
        choices={[...chosen, ...found.filter(({ id }) => !draft.vendorIds.includes(id))]
          .filter(({ id, stage }) => !asked.has(id) && stage !== 'do_not_use')
          .map(({ id, name, categories, stage }) => ({
            value: id as string,
            label: [name, categories[0] ?? stageWords[stage]].join(', '),
          }))}
        {...field('vendorIds')}
      />
      <CheckField
        label="Asked by telephone"
        hint="No letter and no link; you enter what they say."
        {...field('isByPhone')}
      />
      {!draft.isByPhone && (
        <>
          <FieldRow>
            <SelectField
              label="Letter in"
              choices={[
                { value: 'en', label: 'English' },
                { value: 'de', label: 'German' },
              ]}
              {...field('locale')}
            />
          </FieldRow>
          <TextAreaField label="A word of yours" {...field('message')} />
        </>
      )}
    </Form>
  )
}
