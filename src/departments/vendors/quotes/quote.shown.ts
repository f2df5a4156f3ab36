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

/** A request with everything that was answered, computed the same way for screen, PDF and spreadsheet. */
export async function shownRequest(
  app: Reader,
  db: Db,
  scope: ProductionScope,
  row: store.RequestRow,
): Promise<QuoteRequest> {
  const lines = await store.linesOf(db, row.id)
  const quotes = await store.quotesOf(db, row.id)
  const answers = await store.answersOf(db, row.id)
  const rates = await store.exchangeOf(db, row.id)
  const asked: AskedLine[] = lines.map((it) => ({
    id: it.id,
    item: it.item,
    unit: it.unit,
    quantityThousandths: it.quantity_thousandths,
    daysTenths: it.days_tenths,
  }))
  const exchange: Exchange[] = rates.map((it) => ({ currency: it.currency, rateMillionths: it.rate_millionths }))
  const offers = quotes.flatMap((quote) => offerOf(quote, answers) ?? [])
  const compared = compare({ currency: row.currency, lines: asked }, offers, exchange)
  const lowest = new Map(asked.map(({ id }) => [id, lowestOfLine(id, row.currency, offers, exchange)]))
  const history = await prices.latestOf(
    db,
    quotes.map(({ vendor_id }) => vendor_id),
    asked.map(({ item }) => itemKey(item)),
    quotes.map(({ id }) => id),
  )
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
    quotes: quotes.map((quote): QuoteShown => {
      const offer = offers.find(({ id }) => id === quote.id)
      const result = compared.find(({ id }) => id === quote.id)
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
        lines: (offer?.lines ?? []).map((line) => {
          const item = asked.find(({ id }) => id === line.lineId)
          const before = history.find(
            (it) =>
              it.vendorId === quote.vendor_id &&
              it.itemKey === itemKey(item?.item ?? '') &&
              it.currency === quote.currency &&
              it.unit === item?.unit,
          )
          const percent = before === undefined ? null : changePercent(line.unitMinor, before.minor)
          return {
            lineId: line.lineId,
            unitPrice: money(line.unitMinor, offer?.currency ?? row.currency),
            quantity: line.quantityThousandths / 1000,
            days: line.daysTenths === null ? null : line.daysTenths / 10,
            discountPercent: line.discountHundredths / 100,
            net: lineNet(line, offer?.currency ?? row.currency),
            note: answers.find((it) => it.quote_id === quote.id && it.line_id === line.lineId)?.note ?? null,
            isLowest: lowest.get(line.lineId)?.includes(quote.id) ?? false,
            againstHistory:
              before === undefined || percent === null
                ? null
                : {
                    percent,
                    price: money(before.minor, before.currency),
                    pricedOn: before.pricedOn,
                    source: before.source,
                  },
          }
        }),
        totals: result?.totals ?? null,
        comparable: result?.comparable ?? null,
        missing: offer === undefined ? [] : [...(result?.missing ?? [])],
        isLowest: result?.isLowest ?? false,
        version: quote.version,
      }
    }),
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
