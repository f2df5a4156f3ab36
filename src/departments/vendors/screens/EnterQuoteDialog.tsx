import { useChange } from '../../../client/react.ts'
import { amountOf } from '../../../kernel/money.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { enterQuote, type QuoteRequest, type QuoteShown } from '../quotes/quote.contract.ts'
import { QuoteAnswer } from '../quotes/answer.contract.ts'
import css from './Quotes.module.css'

interface EnterProps {
  productionId: string
  request: QuoteRequest
  quote: QuoteShown | undefined
  onClose: () => void
}

/** What came by telephone or on paper, in the same columns. */
export const EnterQuoteDialog = ({ quote, ...form }: EnterProps) => (
  <Dialog
    open={quote !== undefined}
    onClose={form.onClose}
    size="wide"
    title={`What ${quote?.vendor ?? ''} quotes`}
    about="For what came by telephone or on paper. It stands as entered by you."
  >
    {quote && <EnterForm key={quote.id} quote={quote} {...form} />}
  </Dialog>
)

function draftOf(request: QuoteRequest, quote: QuoteShown) {
  return {
    declines: quote.state === 'declined',
    currency: quote.currency ?? request.currency,
    lines: request.lines.map((line) => {
      const it = quote.lines?.find(({ lineId }) => lineId === line.id)
      return {
        id: line.id as string,
        item: line.item,
        unitPrice: it ? amountOf(it.unitPrice) : (null as number | null),
        quantity: (it?.quantity ?? line.quantity) as number | null,
        days: it ? it.days : line.days,
        discountPercent: it?.discountPercent || (null as number | null),
        note: it?.note ?? null,
      }
    }),
    delivery: quote.totals ? amountOf(quote.totals.delivery) : (null as number | null),
    taxPercent: quote.taxPercent,
    validUntil: quote.validUntil as string | null,
    note: quote.note ?? '',
  }
}
type Draft = ReturnType<typeof draftOf>

const bodyOf = ({ lines, note, ...it }: Draft) => ({
  ...it,
  note: note.trim() || null,
  lines: Object.fromEntries(lines.map(({ id, item: _, ...line }) => [id, line])),
})

function EnterForm({ productionId, request, quote, onClose }: EnterProps & { quote: QuoteShown }) {
  const enter = useChange(enterQuote)
  const form = useForm({
    schema: QuoteAnswer,
    initial: draftOf(request, quote),
    toSend: bodyOf,
    save: async (body) => {
      await enter.mutateAsync({
        params: { productionId, requestId: request.id, quoteId: quote.id },
        body,
        ifMatch: quote.version,
      })
      toast.done('The quote stands beside the others')
      onClose()
    },
  })
  const { draft, change, field, errors } = form
  const set = (at: number, part: Partial<Draft['lines'][number]>) =>
    change({ lines: draft.lines.map((it, n) => (n === at ? { ...it, ...part } : it)) })
  return (
    <Form of={form} action="Enter the quote" onCancel={onClose} isWide>
      <CheckField label="They decline" {...field('declines')} />
      {!draft.declines && (
        <>
          {draft.lines.map((it, at) => (
            <div className={css.answer} key={it.id}>
              <b>{it.item}</b>
              <NumberField
                label="Unit price"
                min={0}
                decimals={3}
                value={it.unitPrice}
                onChange={(unitPrice) => set(at, { unitPrice })}
              />
              <NumberField
                label="Quantity"
                min={0}
                decimals={3}
                value={it.quantity}
                onChange={(quantity) => set(at, { quantity })}
              />
              <NumberField label="Days" min={0} decimals={1} value={it.days} onChange={(days) => set(at, { days })} />
              <NumberField
                label="Discount"
                unit="%"
                min={0}
                max={100}
                decimals={2}
                value={it.discountPercent}
                onChange={(discountPercent) => set(at, { discountPercent })}
              />
            </div>
          ))}
          {errors['lines'] && <p role="alert">{errors['lines']}</p>}
          <FieldRow>
            <TextField label="Currency" maxLength={3} {...field('currency')} />
            <NumberField label="Delivery" min={0} decimals={3} {...field('delivery')} />
            <NumberField label="Tax" unit="%" min={0} max={100} decimals={2} {...field('taxPercent')} />
            <DateField label="Valid until" {...field('validUntil')} />
          </FieldRow>
        </>
      )}
      <TextAreaField label="Note" {...field('note')} />
    </Form>
  )
}
