import type { ReactNode } from 'react'
import { amountText, moneyText } from '../../../kernel/money.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { DateText, MomentText } from '../../../ui/DateText.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { QuoteRequest, QuoteShown } from '../quotes/quote.contract.ts'
import { quoteStateWords, wantedText } from '../quotes/quote.rules.ts'
import css from './Quotes.module.css'
import { quoteShapes } from './quoteWords.ts'

interface ComparisonProps {
  productionId: string
  request: QuoteRequest
  onChoose: (quote: QuoteShown) => void
  onEnter: (quote: QuoteShown) => void
}

const enters = ({ state }: QuoteShown) => (state === 'answered' ? 'Correct' : 'Enter')

/** A column for each vendor, a row for each line; the lowest is said in words beside its colour. */
export function Comparison({ productionId, request, onChoose, onEnter }: ComparisonProps) {
  const { quotes, lines } = request
  const may = request.can.edit && request.state === 'sent'
  const row = (label: string, cell: (quote: QuoteShown) => ReactNode, look?: string) => (
    <tr className={look}>
      <th scope="row">{label}</th>
      {quotes.map((quote) => (
        <td key={quote.id}>{cell(quote)}</td>
      ))}
    </tr>
  )
  const others = quotes.some(({ currency }) => currency !== null && currency !== request.currency)
  const noted = quotes.some(({ note, hasFile }) => hasFile || (note ?? '') !== '')
  return (
    <div className={css.sheet}>
      <table aria-label="Quotes side by side" style={{ minWidth: 120 + 150 * quotes.length }}>
        <thead>
          <tr>
            <th scope="col">{request.lines.length === 1 ? 'One line' : `${request.lines.length} lines`}</th>
            {quotes.map((quote) => (
              <th scope="col" key={quote.id}>
                <Go to={`/vendors/${quote.vendorId}`}>{quote.vendor}</Go>
                <small>
                  <Status is={quoteShapes[quote.state]}>{quoteStateWords[quote.state]}</Status>
                </small>
                <small>
                  {quote.answeredAt ? <MomentText at={quote.answeredAt} /> : quote.remindedAt ? 'Reminded' : ''}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.item}
                <small>{wantedText(line.quantity, line.unit, line.days)}</small>
                {line.note && <small>{line.note}</small>}
              </th>
              {quotes.map((quote) => (
                <td key={quote.id}>
                  <Cell request={request} quote={quote} lineId={line.id} />
                </td>
              ))}
            </tr>
          ))}
          {row('Delivery', ({ totals }) => totals && amountText(totals.delivery))}
          {row('Net', ({ totals }) => totals && moneyText(totals.net))}
          {row('Tax', ({ totals, taxPercent }) => totals && `${amountText(totals.tax)} (${taxPercent ?? 0} %)`)}
          {row(
            'Total',
            (quote) =>
              quote.totals && (
                <span className={quote.isLowest ? css.low : undefined}>
                  {moneyText(quote.totals.gross)}
                  {quote.isLowest && <small className={css.low}>Lowest</small>}
                </span>
              ),
            css.sum,
          )}
          {others &&
            row(`In ${request.currency}`, (quote) =>
              quote.comparable ? (
                moneyText(quote.comparable)
              ) : quote.totals ? (
                <span className={css.miss}>State a rate for {quote.currency}</span>
              ) : null,
            )}
          {row('Missing', (quote) =>
            quote.totals === null ? null : quote.missing.length === 0 ? (
              'Nothing'
            ) : (
              <span className={css.miss}>
                {quote.missing.length} of {lines.length}
              </span>
            ),
          )}
          {row('Valid until', ({ validUntil }) => validUntil && <DateText on={validUntil} year />)}
          {noted &&
            row('Note', ({ note, hasFile, id }) => (
              <>
                {note}
                {hasFile && (
                  <small>
                    <a
                      href={`/v1/productions/${productionId}/quotes/${request.id}/quotes/${id}/file`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      Their own offer
                    </a>
                  </small>
                )}
              </>
            ))}
          {may &&
            row('', (quote) => (
              <span className={css.acts}>
                <Button
                  size="small"
                  aria-label={`${enters(quote)} the quote of ${quote.vendor}`}
                  onClick={() => onEnter(quote)}
                >
                  {enters(quote)}
                </Button>
                {quote.state === 'answered' && (
                  <Button size="small" aria-label={`Choose ${quote.vendor}`} onClick={() => onChoose(quote)}>
                    Choose
                  </Button>
                )}
              </span>
            ))}
        </tbody>
      </table>
      {request.exchange.map(({ currency, rate, source, dated }) => (
        <p key={currency} className={css.about}>
          1 {currency} = {rate} {request.currency}, {source}, <DateText on={dated} year />
        </p>
      ))}
    </div>
  )
}

function Cell({ request, quote, lineId }: { request: QuoteRequest; quote: QuoteShown; lineId: string }) {
  const it = quote.lines?.find((line) => line.lineId === lineId)
  const asked = request.lines.find(({ id }) => id === lineId)
  if (it === undefined) return quote.totals ? <span className={css.miss}>Not offered</span> : null
  const differs = [
    it.quantity !== asked?.quantity && `for ${it.quantity}`,
    it.days !== null && it.days !== asked?.days && `${it.days} days charged`,
    it.discountPercent > 0 && `less ${it.discountPercent} %`,
  ].filter(Boolean)
  return (
    <>
      <span className={classes(it.isLowest && css.low)}>{amountText(it.net)}</span>
      {it.isLowest && <small className={css.low}>Lowest</small>}
      <small>
        {amountText(it.unitPrice)} a {asked?.unit}
        {differs.length > 0 && `, ${differs.join(', ')}`}
      </small>
      {it.note && <small>{it.note}</small>}
      {it.againstHistory && it.againstHistory.percent !== 0 && (
        <small className={it.againstHistory.percent > 0 ? css.miss : undefined}>
          {it.againstHistory.percent > 0 ? '+' : '−'}
          {Math.abs(it.againstHistory.percent)} % against {amountText(it.againstHistory.price)},{' '}
          <DateText on={it.againstHistory.pricedOn} year />
        </small>
      )}
    </>
  )
}
