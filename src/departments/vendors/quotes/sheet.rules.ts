import { amountOf, amountText, moneyText, type Money } from '../../../kernel/money.ts'
import { dayText } from '../../../kernel/time.ts'
import type { QuoteRequest, QuoteShown } from './quote.contract.ts'
import { quoteStateWords, wantedText } from './quote.rules.ts'

/** On paper a currency stays on the line of its amount, however narrow the column. */
const moneyWhole = (value: Money) => moneyText(value).replace(' ', '\u00a0')

const offered = (quote: QuoteShown, lineId: string) => quote.lines?.find((it) => it.lineId === lineId)

/** As text for the paper: a cell says the line's sum, its unit price, and `lowest` in words, so it reads in black and white. */
export function sheetFacts(request: QuoteRequest) {
  const answered = request.quotes.filter(({ totals }) => totals !== null)
  return {
    vendors: answered.map((it) => ({
      name: it.vendor,
      mark: it.id === request.chosenId ? 'CHOSEN' : it.isLowest ? 'LOWEST' : '',
    })),
    rows: request.lines.map((line) => ({
      item: line.item,
      wanted: wantedText(line.quantity, line.unit, line.days),
      cells: answered.map((quote) => {
        const it = offered(quote, line.id)
        if (it === undefined) return { sum: 'not offered', detail: '', lowest: false }
        const parts = [
          `${amountText(it.unitPrice)} a ${line.unit}`,
          it.quantity !== line.quantity && `× ${it.quantity}`,
          it.days !== line.days && it.days !== null && `${it.days} days charged`,
          it.discountPercent > 0 && `less ${it.discountPercent} %`,
          it.note,
        ]
        return { sum: amountText(it.net), detail: parts.filter(Boolean).join(', '), lowest: it.isLowest }
      }),
    })),
    totals: [
      ['Delivery', answered.map(({ totals }) => (totals ? amountText(totals.delivery) : ''))],
      ['Net', answered.map(({ totals }) => (totals ? moneyWhole(totals.net) : ''))],
      [
        'Tax',
        answered.map(({ totals, taxPercent }) => (totals ? `${amountText(totals.tax)} (${taxPercent ?? 0} %)` : '')),
      ],
      ['Total', answered.map(({ totals }) => (totals ? moneyWhole(totals.gross) : ''))],
      ...(answered.some(({ currency }) => currency !== request.currency)
        ? [
            [
              `In ${request.currency}`,
              answered.map(({ comparable }) => (comparable ? moneyWhole(comparable) : 'no rate stated')),
            ],
          ]
        : []),
      [
        'Missing',
        answered.map(({ missing }) =>
          missing.length === 0 ? 'nothing' : `${missing.length} of ${request.lines.length}`,
        ),
      ],
      [
        'Valid until',
        answered.map(({ validUntil }) => (validUntil === null ? '' : dayText(validUntil, { year: true }))),
      ],
      ...(answered.some(({ note }) => note) ? [['Note', answered.map(({ note }) => note ?? '')]] : []),
    ],
    others: request.quotes
      .filter(({ totals }) => totals === null)
      .map(({ vendor, state }) => `${vendor}: ${quoteStateWords[state].toLowerCase()}`),
    rates: request.exchange.map(
      ({ currency, rate, source, dated }) =>
        `1 ${currency} = ${rate} ${request.currency}, ${source}, ${dayText(dated, { year: true })}`,
    ),
    choice:
      request.chosenId === null
        ? ''
        : `${request.quotes.find(({ id }) => id === request.chosenId)?.vendor ?? ''}: ${request.reason ?? ''} (${request.decidedBy ?? ''})`,
  }
}

/** A row for each line and vendor: what a spreadsheet can filter and sum. */
export function sheetGrid(request: QuoteRequest) {
  const columns = [
    ...['Vendor', 'State', 'Item', 'Unit'].map((title) => ({ title, holds: 'text' as const })),
    ...['Quantity', 'Days', 'Unit price', 'Discount %', 'Net'].map((title) => ({ title, holds: 'number' as const })),
    ...['Currency', 'Note'].map((title) => ({ title, holds: 'text' as const })),
  ]
  const rows = request.quotes.flatMap((quote) => {
    const state = quoteStateWords[quote.state]
    const start = (item: string, unit: string) => [quote.vendor, state, item, unit]
    if (!quote.totals) return [[...start('', ''), null, null, null, null, null, '', '']]
    const currency = quote.currency ?? ''
    const sum = (item: string, minor: number, note = '') => [
      ...start(item, ''),
      ...[null, null, null, null],
      amountOf({ minor, currency }),
      currency,
      note,
    ]
    return [
      ...request.lines.map((line) => {
        const it = offered(quote, line.id)
        return it === undefined
          ? [...start(line.item, line.unit), null, null, null, null, null, currency, 'not offered']
          : [
              ...start(line.item, line.unit),
              it.quantity,
              it.days,
              amountOf(it.unitPrice),
              it.discountPercent,
              amountOf(it.net),
              currency,
              it.note ?? '',
            ]
      }),
      sum('Delivery', quote.totals.delivery.minor),
      sum('Tax', quote.totals.tax.minor, `${quote.taxPercent ?? 0} %`),
      sum('Total with tax', quote.totals.gross.minor, quote.isLowest ? 'lowest' : ''),
    ]
  })
  return { name: request.title, columns, rows }
}
