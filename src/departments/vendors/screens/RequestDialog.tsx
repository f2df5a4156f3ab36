import { IconPlus, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { readerZone } from '../../../ui/dates.ts'
import { changeQuoteRequest, createQuoteRequest, RequestBody, type QuoteRequest } from '../quotes/quote.contract.ts'
import { BeginFrom } from './BeginFrom.tsx'
import css from './Quotes.module.css'

interface RequestProps {
  productionId: string
  /** Absent: a new one. */
  request?: QuoteRequest | undefined
  onClose: () => void
  onSaved: (id: string) => void
}

export const RequestDialog = ({ open, ...form }: RequestProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    size="wide"
    title={form.request ? 'The request' : 'Ask for quotes'}
    about="Everybody who is asked sees the same lines and answers in the same columns."
  >
    {open && <RequestForm {...form} />}
  </Dialog>
)

interface LineDraft {
  item: string
  unit: string
  quantity: number | null
  days: number | null
  note: string
}

const blankLine: LineDraft = { item: '', unit: 'day', quantity: 1, days: null, note: '' }

function draftOf(it: QuoteRequest | undefined) {
  const soon = Temporal.Now.zonedDateTimeISO(readerZone()).add({ days: 3 })
  const by = it ? Temporal.Instant.from(it.answerBy).toZonedDateTimeISO(readerZone()) : undefined
  return {
    title: it?.title ?? '',
    what: it?.what ?? '',
    fromOn: (it?.fromOn ?? null) as string | null,
    untilOn: (it?.untilOn ?? null) as string | null,
    deliverBy: (it?.deliverBy ?? null) as string | null,
    deliverTo: it?.deliverTo ?? '',
    answerDay: (by ?? soon).toPlainDate().toString() as string | null,
    answerTime: (by?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '17:00') as string | null,
    currency: it?.currency ?? 'USD',
    lines: it?.lines.map((line): LineDraft => ({ ...line, note: line.note ?? '' })) ?? [{ ...blankLine }],
  }
}
type Draft = ReturnType<typeof draftOf>

const bodyOf = ({ answerDay, answerTime, ...it }: Draft) => ({
  ...it,
  deliverTo: it.deliverTo.trim() || null,
  answerBy:
    answerDay && answerTime
      ? Temporal.PlainDate.from(answerDay)
          .toZonedDateTime({ timeZone: readerZone(), plainTime: answerTime })
          .toInstant()
          .toString()
      : '',
  lines: it.lines.map((line) => ({ ...line, id: undefined, note: line.note.trim() || null })),
})

function RequestForm({ productionId, request, onClose, onSaved }: RequestProps) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const isFixed = request !== undefined && request.state !== 'draft'
  const form = useForm({
    schema: RequestBody,
    initial: draftOf(request),
    toSend: bodyOf,
    save: async (body) => {
      const saved =
        request === undefined
          ? await browser.call(createQuoteRequest, { params: { productionId }, body, idempotencyKey: key })
          : await browser.call(changeQuoteRequest, {
              params: { productionId, requestId: request.id },
              body,
              ifMatch: request.version,
            })
      toast.done(request === undefined ? `${saved.number} is begun` : 'Saved')
      onClose()
      await refresh(client, productionId)
      onSaved(saved.id)
    },
  })
  const { field, draft, change, errors } = form
  return (
    <Form of={form} action={request === undefined ? 'Begin' : 'Save'} onCancel={onClose} isWide>
      {isFixed ? (
        <p>Vendors have this before them. Only the time to answer can be moved.</p>
      ) : (
        <>
          {request === undefined && (
            <BeginFrom
              productionId={productionId}
              onTake={({ name, lines }) =>
                change({ title: draft.title || name, lines: lines.map((it) => ({ ...it, note: it.note ?? '' })) })
              }
            />
          )}
          <FieldRow>
            <TextField label="What for" required autoFocus placeholder="Camera package" {...field('title')} />
            <TextField label="Compare in" maxLength={3} {...field('currency')} />
          </FieldRow>
          <TextAreaField label="What they should know" {...field('what')} />
          <FieldRow>
            <DateField label="First day" {...field('fromOn')} />
            <DateField label="Last day" {...field('untilOn')} />
            <DateField label="Deliver by" {...field('deliverBy')} />
            <TextField label="Deliver to" placeholder="Stage 4" {...field('deliverTo')} />
          </FieldRow>
        </>
      )}
      <FieldRow>
        <DateField label="Answer by" required {...field('answerDay')} error={errors['answerBy']} />
        <TimeField label="At" hint={`On your clock, ${readerZone()}`} {...field('answerTime')} />
      </FieldRow>
      {!isFixed && <Lines value={draft.lines} onChange={(lines) => change({ lines })} error={errors['lines']} />}
    </Form>
  )
}

interface LinesProps {
  value: LineDraft[]
  onChange: (next: LineDraft[]) => void
  error: string | undefined
}

function Lines({ value, onChange, error }: LinesProps) {
  const set = (at: number, part: Partial<LineDraft>) =>
    onChange(value.map((it, n) => (n === at ? { ...it, ...part } : it)))
  return (
    <fieldset className={css.lines}>
      <legend>Lines</legend>
      {value.map((it, at) => (
        <div className={css.line} key={at}>
          <TextField label="Item" placeholder="Alexa 35 body" value={it.item} onChange={(item) => set(at, { item })} />
          <NumberField
            label="Quantity"
            min={0}
            decimals={3}
            value={it.quantity}
            onChange={(quantity) => set(at, { quantity })}
          />
          <TextField label="Per" placeholder="day" value={it.unit} onChange={(unit) => set(at, { unit })} />
          <NumberField label="Days" min={0} decimals={1} value={it.days} onChange={(days) => set(at, { days })} />
          <TextField label="Note" value={it.note} onChange={(note) => set(at, { note })} />
          <IconButton
            label={`Take line ${at + 1} out`}
            icon={<IconX size={16} />}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      {error && <p role="alert">{error}</p>}
      <Button
        size="small"
        icon={<IconPlus size={16} />}
        onClick={() => onChange([...value, { ...blankLine, days: value.at(-1)?.days ?? null }])}
      >
        Line
      </Button>
    </fieldset>
  )
}
