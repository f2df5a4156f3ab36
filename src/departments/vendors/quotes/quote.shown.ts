import { money } from '../../../kernel/money.ts'
import type { ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { Db } from '../../../platform/database/database.ts'
import { changePercent, itemKey } from '../price.rules.ts'
import * as prices from '../price.store.ts'
import type { QuoteRequest, QuoteShown } from './quote.contract.ts'
import {
  compare,
  lineNet,
  lowestOfLine,
  requestNumber,
  type AskedLine,
  type Exchange,
  type Offer,
} from './quote.rules.ts'
import * as store from './quote.store.ts'

type Reader = Pick<App, 'links' | 'settings'>
type AnswerRow = Awaited<ReturnType<typeof store.answersOf>>[number]

const offerOf = (quote: store.QuoteRow, answers: readonly AnswerRow[]): Offer | null =>
  quote.currency === null
    ? null
    : {
        id: quote.id,
        currency: quote.currency,
        deliveryMinor: quote.delivery_minor ?? 0,
        taxHundredths: quote.tax_hundredths ?? 0,
        lines: answers
          .filter(({ quote_id }) => quote_id === quote.id)
          .map((it) => ({
            lineId: it.line_id,
            unitMinor: it.unit_minor,
            quantityThousandths: it.quantity_thousandths,
            daysTenths: it.days_tenths,
            discountHundredths: it.discount_hundredths,
          })),
      }

/** What one request was asked and answered, with what it comes to. */
interface Compared {
  readonly currency: string
  readonly asked: readonly AskedLine[]
  readonly answers: readonly AnswerRow[]
  readonly offers: readonly Offer[]
  readonly results: ReturnType<typeof compare>
  readonly lowest: ReadonlyMap<string, readonly string[]>
  readonly history: Awaited<ReturnType<typeof prices.latestOf>>
}

/** A request with everything that was answered, computed the same way for screen, PDF and spreadsheet. */
export async function shownRequest(
  app: Reader,
  db: Db,
  scope: ProductionScope,
  row: store.RequestRow,
): Promise<QuoteRequest> {
  const lines = await store.linesOf(db, row.id)
  const quotes = await store.quotesOf(db, row.id)
  const rates = await store.exchangeOf(db, row.id)
  const compared = await comparedOf(db, row, lines, quotes, rates)
  return {
    id: row.id,
    number: requestNumber(row.number),
    title: row.title,
    what: row.what,
    fromOn: row.from_on,
    untilOn: row.until_on,
    deliverBy: row.deliver_by,
    deliverTo: row.deliver_to,
    answerBy: row.answer_by.toString(),
    currency: row.currency,
    state: row.state,
    chosenId: row.chosen_id,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toString() ?? null,
    createdBy: row.created_by,
    lines: lines.map((it) => ({
      id: it.id,
      item: it.item,
      unit: it.unit,
      quantity: it.quantity_thousandths / 1000,
      days: it.days_tenths === null ? null : it.days_tenths / 10,
      note: it.note,
    })),
    quotes: quotes.map((quote) => shownQuote(app, quote, compared)),
    exchange: rates.map((it) => ({
      currency: it.currency,
      rate: it.rate_millionths / 1_000_000,
      source: it.source,
      dated: it.dated,
    })),
    version: row.version,
    can: { edit: scope.can('quotes.edit') },
  }
}

async function comparedOf(
  db: Db,
  { id: requestId, currency }: store.RequestRow,
  lines: Awaited<ReturnType<typeof store.linesOf>>,
  quotes: readonly store.QuoteRow[],
  rates: Awaited<ReturnType<typeof store.exchangeOf>>,
): Promise<Compared> {
  const answers = await store.answersOf(db, requestId)
  const asked: AskedLine[] = lines.map((it) => ({
    id: it.id,
    item: it.item,
    unit: it.unit,
    quantityThousandths: it.quantity_thousandths,
    daysTenths: it.days_tenths,
  }))
  const exchange: Exchange[] = rates.map((it) => ({ currency: it.currency, rateMillionths: it.rate_millionths }))
  const offers = quotes.flatMap((quote) => offerOf(quote, answers) ?? [])
  const history = await prices.latestOf(
    db,
    quotes.map(({ vendor_id }) => vendor_id),
    asked.map(({ item }) => itemKey(item)),
    quotes.map(({ id }) => id),
  )
  return {
    currency,
    asked,
    answers,
    offers,
    results: compare({ currency, lines: asked }, offers, exchange),
    lowest: new Map(asked.map(({ id }) => [id, lowestOfLine(id, currency, offers, exchange)])),
    history,
  }
}

function shownQuote(app: Reader, quote: store.QuoteRow, compared: Compared): QuoteShown {
  const offer = compared.offers.find(({ id }) => id === quote.id)
  const result = compared.results.find(({ id }) => id === quote.id)
  return {
    id: quote.id,
    vendorId: quote.vendor_id,
    vendor: quote.vendorName,
    state: quote.state,
    to: quote.to_address,
    page: quote.link_id === null ? null : `${app.settings.url}/q/${app.links.tokenOf(quote.link_id)}`,
    sentAt: quote.sent_at.toString(),
    remindedAt: quote.reminded_at?.toString() ?? null,
    answeredAt: quote.answered_at?.toString() ?? null,
    answeredBy: quote.answered_by,
    validUntil: quote.valid_until,
    note: quote.note,
    hasFile: quote.file_id !== null,
    currency: quote.currency,
    taxPercent: quote.tax_hundredths === null ? null : quote.tax_hundredths / 100,
    lines: (offer?.lines ?? []).map((line) => shownLine(quote, line, compared)),
    totals: result?.totals ?? null,
    comparable: result?.comparable ?? null,
    missing: offer === undefined ? [] : [...(result?.missing ?? [])],
    isLowest: result?.isLowest ?? false,
    version: quote.version,
  }
}

function shownLine(
  quote: store.QuoteRow,
  line: Offer['lines'][number],
  compared: Compared,
): NonNullable<QuoteShown['lines']>[number] {
  const { lineId, unitMinor } = line
  const currency = quote.currency ?? compared.currency
  return {
    lineId,
    unitPrice: money(unitMinor, currency),
    quantity: line.quantityThousandths / 1000,
    days: line.daysTenths === null ? null : line.daysTenths / 10,
    discountPercent: line.discountHundredths / 100,
    net: lineNet(line, currency),
    note: compared.answers.find((it) => it.quote_id === quote.id && it.line_id === lineId)?.note ?? null,
    isLowest: compared.lowest.get(lineId)?.includes(quote.id) ?? false,
    againstHistory: againstHistory(quote, line, compared),
  }
}

/** What the vendor last took for the same thing, in the same unit and currency. */
function againstHistory(quote: store.QuoteRow, { lineId, unitMinor }: Offer['lines'][number], compared: Compared) {
  const item = compared.asked.find(({ id }) => id === lineId)
  const before = compared.history.find(
    (it) =>
      it.vendorId === quote.vendor_id &&
      it.itemKey === itemKey(item?.item ?? '') &&
      it.currency === quote.currency &&
      it.unit === item?.unit,
  )
  const percent = before && changePercent(unitMinor, before.minor)
  if (before === undefined || percent == null) return null
  return {
    percent,
    price: money(before.minor, before.currency),
    pricedOn: before.pricedOn,
    source: before.source,
  }
}
