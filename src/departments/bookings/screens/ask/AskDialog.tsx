import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../../client/react.ts'
import { dayText, type PlainDay } from '../../../../kernel/time.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { readerZone } from '../../../../ui/dates.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { TimeField } from '../../../../ui/TimeField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import { plural } from '../../../../ui/words.ts'
import { createAsk, type Ask } from '../../ask.contract.ts'
import { blankTerms, currencyIn, momentOf, termsOfDraft, usualAnswer, type TermsDraft } from './ask.draft.rules.ts'
import { TermsFields } from './TermsFields.tsx'

export interface Asking {
  productionId: string
  departmentId: string | null
  title: string
  days: readonly PlainDay[]
  people: readonly { id: string; name: string }[]
}

interface Draft {
  title: string
  kind: 'job' | 'availability' | null
  mode: 'first' | 'choose' | null
  winAs: 'hold' | 'confirmed' | null
  meanwhile: 'planning' | 'hold' | null
  message: string
  date: string | null
  time: string | null
}

interface AskDialogProps {
  asking: Asking
  onClose: () => void
  onDone: (ask: Ask) => void
}

/** Asks one person or several for the same position: for the days only, or for the job with its terms. */
export function AskDialog({ asking, onClose, onDone }: AskDialogProps) {
  const client = useQueryClient()
  const [terms, setTerms] = useState<TermsDraft>(blankTerms(currencyIn(readerZone())))
  const [key] = useState(() => crypto.randomUUID())
  const usual = usualAnswer(Temporal.Now.zonedDateTimeISO())
  const { productionId, departmentId, days, people } = asking
  const form = useForm({
    schema: bodyOf(createAsk),
    initial: {
      title: asking.title,
      kind: 'job',
      mode: people.length > 1 ? 'first' : 'choose',
      winAs: 'hold',
      meanwhile: 'planning',
      message: '',
      date: usual.date,
      time: usual.time,
    } as Draft,
    toSend: ({ date, time, ...draft }) => ({
      ...draft,
      departmentId,
      dates: days,
      personIds: people.map(({ id }) => id),
      terms: draft.kind === 'job' ? termsOfDraft(terms) : null,
      answerBy: momentOf(date, time, readerZone()),
    }),
    save: async (body) => {
      const made = await browser.call(createAsk, {
        params: { productionId },
        body,
        idempotencyKey: key,
      })
      toast.done(`${plural(people.length, 'person is', 'people are')} asked; letters leave in a quarter of an hour`)
      onClose()
      onDone(made)
      await refresh(client, null)
    },
  })
  const { field, draft } = form
  const names = people.map(({ name }) => name).join(', ')
  const [first, last] = [days[0], days.at(-1)]
  const when = first === last ? dayText(first!) : `${dayText(first!)} to ${dayText(last!)}, ${days.length} days`
  return (
    <Dialog open onClose={onClose} title={`Ask ${names}`} about={when}>
      <Form of={form} action={people.length === 1 ? 'Ask' : `Ask all ${people.length}`} onCancel={onClose}>
        <FieldRow>
          <TextField label="As" {...field('title')} />
          <SelectField
            label="What is asked"
            choices={[
              { value: 'job', label: 'To do the job' },
              { value: 'availability', label: 'Whether they are free' },
            ]}
            {...field('kind')}
          />
        </FieldRow>
        {draft.kind === 'job' && (
          <TermsFields draft={terms} onChange={(part) => setTerms((before) => ({ ...before, ...part }))} />
        )}
        <FieldRow>
          <SelectField
            label="Who gets it"
            choices={[
              { value: 'first', label: 'The first yes' },
              { value: 'choose', label: 'We choose among the answers' },
            ]}
            {...field('mode')}
          />
          <SelectField
            label="Which makes the days"
            choices={[
              { value: 'hold', label: 'A hold' },
              { value: 'confirmed', label: 'Booked' },
            ]}
            {...field('winAs')}
          />
          <SelectField
            label="Until then"
            choices={[
              { value: 'planning', label: 'Only pencilled' },
              { value: 'hold', label: 'Held for each' },
            ]}
            {...field('meanwhile')}
          />
        </FieldRow>
        <FieldRow>
          <DateField label="Answer by" value={draft.date} onChange={(date) => form.change({ date })} />
          <TimeField label="At" value={draft.time} onChange={(time) => form.change({ time })} />
        </FieldRow>
        {form.errors['answerBy'] && <p role="alert">{form.errors['answerBy']}</p>}
        <TextAreaField label="A word to them" {...field('message')} />
      </Form>
    </Dialog>
  )
}
