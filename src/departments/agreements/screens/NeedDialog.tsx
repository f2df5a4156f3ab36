import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { readersToday } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { AgreementKind, kindWords } from '../kinds.rules.ts'
import { changeNeed, getPaperRules, PaperRules } from '../template.contract.ts'
import { appliesWords } from './words.ts'

type Need = PaperRules['needs'][number]
const { appliesTo: AppliesTo } = PaperRules.shape.needs.element.shape

const Draft = z.object({
  appliesTo: AppliesTo,
  kind: AgreementKind,
  required: z.boolean(),
  source: z.string().trim().min(1, 'Say where it comes from.').max(300),
})

const draftOf = (it: Need | undefined) => ({
  appliesTo: (it?.appliesTo ?? null) as Need['appliesTo'] | null,
  kind: (it?.kind ?? null) as Need['kind'] | null,
  required: it?.required ?? true,
  source: it?.source ?? '',
})

/** Whether one group of people or places needs one kind of paper. */
export function NeedDialog({ need, onClose }: { need: Need | undefined; onClose: () => void }) {
  const client = useQueryClient()
  const asked = useRef<Partial<Pick<Need, 'appliesTo' | 'kind'>>>({})
  const form = useForm({
    schema: Draft,
    initial: draftOf(need),
    shared: {
      subject: 'who needs this paper',
      version: need?.version ?? 0,
      read: async () => {
        const { needs } = await browser.call(getPaperRules)
        const { appliesTo, kind } = asked.current
        const theirs = needs.find((it) => it.appliesTo === appliesTo && it.kind === kind)
        return { draft: draftOf(theirs), version: theirs?.version ?? 0 }
      },
      words: { required: 'Needed', source: 'Where this comes from' },
    },
    save: async ({ appliesTo, kind, ...body }, version = need?.version ?? 0) => {
      asked.current = { appliesTo, kind }
      const params = { appliesTo, kind }
      await browser.call(changeNeed, { params, ifMatch: version, body: { ...body, dated: readersToday() } })
      await refresh(client, null)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={need ? `${appliesWords[need.appliesTo]}: ${kindWords[need.kind].one}` : 'Who needs which paper'}
    >
      <Form of={form} action="Save" onCancel={onClose}>
        {need === undefined && (
          <FieldRow>
            <SelectField
              label="From"
              required
              choices={AppliesTo.options.map((value) => ({ value, label: appliesWords[value] }))}
              {...form.field('appliesTo')}
            />
            <SelectField
              label="Paper"
              required
              choices={AgreementKind.options.map((value) => ({ value, label: kindWords[value].one }))}
              {...form.field('kind')}
            />
          </FieldRow>
        )}
        <CheckField label="Needed: who lacks it is shown and warned of" {...form.field('required')} />
        <TextField label="Where this comes from" required {...form.field('source')} />
      </Form>
    </Dialog>
  )
}
