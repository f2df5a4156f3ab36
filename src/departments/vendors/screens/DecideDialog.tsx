import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { moneyText } from '../../../kernel/money.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { decideQuote, type QuoteRequest, type QuoteShown } from '../quotes/quote.contract.ts'

interface DecideProps {
  productionId: string
  request: QuoteRequest
  quote: QuoteShown | undefined
  onClose: () => void
}

/** A choice says why; the others are told in the same act, so that nobody waits for nothing. */
export const DecideDialog = ({ quote, ...form }: DecideProps) => (
  <Dialog
    open={quote !== undefined}
    onClose={form.onClose}
    title={`Choose ${quote?.vendor ?? ''}`}
    about={
      quote?.totals &&
      `${moneyText(quote.totals.gross)} with delivery and tax${quote.isLowest ? ', the lowest' : ''}. They and the others are told at once.`
    }
  >
    {quote && <DecideForm key={quote.id} quote={quote} {...form} />}
  </Dialog>
)

function DecideForm({ productionId, request, quote, onClose }: DecideProps & { quote: QuoteShown }) {
  const decide = useChange(decideQuote)
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    schema: decideQuote.body!,
    initial: { reason: '' },
    toSend: ({ reason }) => ({ reason, quoteId: quote.id }),
    save: async (body) => {
      await decide.mutateAsync({
        params: { productionId, requestId: request.id },
        body,
        ifMatch: request.version,
        idempotencyKey: key,
      })
      toast.done(`${quote.vendor} is chosen, everybody is told`)
      onClose()
    },
  })
  return (
    <Form of={form} action={`Choose ${quote.vendor}`} onCancel={onClose}>
      <TextAreaField label="Why" required autoFocus {...form.field('reason')} />
    </Form>
  )
}
