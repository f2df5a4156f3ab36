import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { type SubjectKind } from '../agreement.contract.ts'
import { recordPaper } from '../envelope.contract.ts'
import { AgreementKind, kindWords } from '../kinds.rules.ts'
import css from './Agreements.module.css'
import { useSubjects } from './NewAgreementDialog.tsx'

interface Props {
  open: boolean
  productionId: string
  onClose: () => void
  onMade: (id: string) => void
}

export const OnPaperDialog = (props: Props) =>
  props.open ? (
    <Dialog
      open
      onClose={props.onClose}
      title="Signed on paper"
      about="The scan is kept as it is and counts like a paper signed here."
    >
      <OnPaperForm {...props} />
    </Dialog>
  ) : null

const Draft = z.object({
  kind: AgreementKind,
  subject: z.string({ error: 'Choose who it is with.' }).min(1),
  fileId: z.string().min(1, 'Bring the scan.'),
  signer: z.string().trim().min(1, 'Say who signed.'),
  signedOn: z.string({ error: 'Say when it was signed.' }).min(1),
})

function OnPaperForm({ productionId, onClose, onMade }: Props) {
  const client = useQueryClient()
  const subjects = useSubjects(productionId)
  const [fileName, setFileName] = useState('')
  const form = useForm({
    schema: Draft,
    initial: {
      kind: 'talent_release' as AgreementKind | null,
      subject: null as string | null,
      fileId: '',
      signer: '',
      signedOn: null as string | null,
    },
    save: async (it) => {
      const [kind = '', id = ''] = it.subject.split(' ')
      const made = await browser.call(recordPaper, {
        params: { productionId },
        body: {
          kind: it.kind,
          subject: { kind: kind as SubjectKind, id },
          fileId: it.fileId,
          title: kindWords[it.kind].one,
          signedOn: it.signedOn,
          signers: [it.signer],
        },
        idempotencyKey: crypto.randomUUID(),
      })
      await refresh(client, productionId)
      onClose()
      onMade(made.id)
    },
  })
  return (
    <Form of={form} action="Index it" onCancel={onClose}>
      <FileDrop
        label={fileName === '' ? 'The scan, as PDF or picture' : fileName}
        accept=".pdf,.jpg,.jpeg,.png"
        onUploaded={({ fileId, name }) => {
          form.change({ fileId })
          setFileName(name)
        }}
      />
      {form.errors['fileId'] && (
        <p className={css.fault} role="alert">
          {form.errors['fileId']}
        </p>
      )}
      <FieldRow>
        <SelectField
          label="What it is"
          choices={AgreementKind.options.map((it) => ({ value: it, label: kindWords[it].one }))}
          {...form.field('kind')}
        />
        <DateField label="Signed on" required {...form.field('signedOn')} />
      </FieldRow>
      <SelectField label="With" required searchable choices={subjects} {...form.field('subject')} />
      <TextField label="Who signed" required {...form.field('signer')} />
    </Form>
  )
}
