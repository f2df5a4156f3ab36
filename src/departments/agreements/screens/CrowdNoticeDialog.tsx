import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { base64Of } from '../../../ui/base64.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { languageNames, languages, type Language } from '../kinds.rules.ts'
import { addCrowdNotice } from '../point.contract.ts'
import css from './Agreements.module.css'

const Draft = z.object({
  onDate: z.string({ error: 'Say on which day.' }).min(1),
  language: z.string({ error: 'Choose the language of the sign.' }).min(1),
  position: z.string().trim().min(1, 'Say where the sign hangs.'),
  photo: z.instanceof(File, { error: 'Bring a photo of the sign.' }),
})

/** A posted sign with its picture, dated. */
export function CrowdNoticeDialog({ productionId, onClose }: { productionId: string; onClose: () => void }) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: Draft,
    initial: {
      onDate: null as string | null,
      language: 'en' as string | null,
      position: '',
      photo: undefined as File | undefined,
    },
    save: async (it) => {
      await browser.call(addCrowdNotice, {
        params: { productionId },
        body: {
          onDate: it.onDate,
          language: it.language as Language,
          position: it.position,
          photo: { base64: await base64Of(it.photo) },
          key,
        },
      })
      await refresh(client, productionId)
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title="Record a posted sign">
      <Form of={form} action="Record it" onCancel={onClose}>
        <FileDrop
          label={form.draft.photo?.name ?? 'A photo of the sign where it hangs'}
          accept="image/*"
          onFiles={([photo]) => form.change({ photo })}
        />
        {form.errors['photo'] && (
          <p className={css.fault} role="alert">
            {form.errors['photo']}
          </p>
        )}
        <FieldRow>
          <DateField label="Day" required {...form.field('onDate')} />
          <SelectField
            label="Language of the sign"
            choices={languages.map((it) => ({ value: it as string, label: languageNames[it] }))}
            {...form.field('language')}
          />
        </FieldRow>
        <TextField
          label="Where it hangs"
          required
          placeholder="Gate to the quay, eye height"
          {...form.field('position')}
        />
      </Form>
    </Dialog>
  )
}
