import { useChange } from '../../../client/react.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { readersToday } from '../../../ui/dates.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { setQuoteRates, type QuoteRequest } from '../quotes/quote.contract.ts'

interface RatesProps {
  productionId: string
  request: QuoteRequest
  onClose: () => void
}

/** One rate for each currency somebody quoted in, with where it is from; nothing is converted without. */
export const RatesDialog = ({ open, ...form }: RatesProps & { open: boolean }) => (
  <Dialog
    open={open}
    onClose={form.onClose}
    title="Exchange rates"
    about="They hold for this comparison only, and stand on the sheet with their source."
  >
    {open && <RatesForm {...form} />}
  </Dialog>
)

function RatesForm({ productionId, request, onClose }: RatesProps) {
  const set = useChange(setQuoteRates)
  const others = [...new Set(request.quotes.flatMap(({ currency }) => currency ?? []))].filter(
    (it) => it !== request.currency,
  )
  const currencies = [...new Set([...others, ...request.exchange.map(({ currency }) => currency)])]
  const known = (of: string) => request.exchange.find(({ currency }) => currency === of)
  const form = useForm({
    schema: setQuoteRates.body!,
    initial: {
      items: currencies.map((currency) => ({
        currency,
        rate: known(currency)?.rate ?? (null as number | null),
        source: known(currency)?.source ?? '',
        dated: (known(currency)?.dated ?? readersToday()) as string | null,
      })),
    },
    toSend: ({ items }) => ({ items: items.filter(({ rate }) => rate !== null) }),
    save: async (body) => {
      await set.mutateAsync({ params: { productionId, requestId: request.id }, body, ifMatch: request.version })
      onClose()
    },
  })
  const { draft, change, errors } = form
  if (currencies.length === 0) return <p>Everybody who answered quoted in {request.currency}. No rate is needed.</p>
  const put = (at: number, part: Partial<(typeof draft.items)[number]>) =>
    change({ items: draft.items.map((it, n) => (n === at ? { ...it, ...part } : it)) })
  return (
    <Form of={form} action="State the rates" onCancel={onClose}>
      {draft.items.map((it, at) => (
        <FieldRow key={it.currency}>
          <NumberField
            label={`1 ${it.currency} in ${request.currency}`}
            min={0}
            decimals={6}
            value={it.rate}
            onChange={(rate) => put(at, { rate })}
          />
          <TextField
            label="From where"
            placeholder="Budget rate"
            value={it.source}
            onChange={(source) => put(at, { source })}
          />
          <DateField label="Of" value={it.dated} onChange={(dated) => put(at, { dated })} />
        </FieldRow>
      ))}
      {errors['items'] && <p role="alert">{errors['items']}</p>}
    </Form>
  )
}
