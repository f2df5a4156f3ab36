import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { addPaperKind, changePaperKind, listPaperRules, type PaperKindRecord } from '../papers.contract.ts'

const Body = bodyOf(addPaperKind)

const draftOf = (it: PaperKindRecord | undefined) => ({
  name: it?.name ?? '',
  perProduction: it?.perProduction ?? false,
  expires: it?.expires ?? true,
  isInsurance: it?.isInsurance ?? false,
  source: it?.source ?? '',
  asOf: (it?.asOf ?? Temporal.Now.plainDateISO().toString()) as string | null,
})

/** A kind of paper that can be required: a licence, a certificate, a form. Of whom stands in the table behind it. */
export function KindDialog({ kind, onClose }: { kind: PaperKindRecord | undefined; onClose: () => void }) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Body,
    initial: draftOf(kind),
    shared: kind && {
      subject: kind.name,
      version: kind.version,
      read: async () => {
        const theirs = (await browser.call(listPaperRules)).kinds.find(({ id }) => id === kind.id) ?? kind
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        name: 'Name',
        expires: 'Expires',
        perProduction: 'For each production',
        source: 'Source',
        asOf: 'As of',
      },
    },
    save: async ({ isInsurance, ...body }, version) => {
      await (kind
        ? browser.call(changePaperKind, { params: { kindId: kind.id }, ifMatch: version ?? kind.version, body })
        : browser.call(addPaperKind, { body: { ...body, isInsurance }, idempotencyKey: key }))
      await refresh(client, null)
      onClose()
    },
  })
  const { field } = form
  return (
    <Dialog
      open
      onClose={onClose}
      title={kind ? kind.name : 'New kind of paper'}
      about="Nobody is asked for it until the table says of whom."
    >
      <Form of={form} action={kind ? 'Save' : 'Add'} onCancel={onClose}>
        <TextField label="Name" required autoFocus placeholder="Boat licence" {...field('name')} />
        <CheckField label="Runs out on a day, and is asked for again before it" {...field('expires')} />
        <CheckField label="Needed anew for each production" {...field('perProduction')} />
        {kind === undefined && (
          <CheckField label="A certificate of insurance, with coverages and limits" {...field('isInsurance')} />
        )}
        <FieldRow>
          <TextField label="Source" hint="The law, the contract or the habit" required {...field('source')} />
          <DateField label="As of" hint="When that was true" required {...field('asOf')} />
        </FieldRow>
      </Form>
    </Dialog>
  )
}
