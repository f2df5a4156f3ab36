import { moneyOf } from '../../../kernel/money.ts'
import { LinkUnusable, NotFound, Problem, demandFresh, invalid } from '../../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../../kernel/time.ts'
import { productionScopeOfLink, type ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { Db, Tx } from '../../../platform/database/database.ts'
import type { LinkActor } from '../../../platform/links.ts'
import * as papers from '../../papers/index.ts'
import { priceRow } from '../price.actions.ts'
import * as prices from '../price.store.ts'
import { nameOf } from '../vendor.actions.ts'
import { told, type OfRequest } from './quote.actions.ts'
import type { LineId, QuoteId } from './quote.contract.ts'
import type { QuoteAnswer } from './answer.contract.ts'
import { closedBecause, requestNumber } from './quote.rules.ts'
import * as store from './quote.store.ts'

interface Behind {
  readonly scope: ProductionScope
  readonly quote: store.QuoteRow
  readonly request: store.RequestRow
  readonly closed: ReturnType<typeof closedBecause>
}

/** The quote behind a link, and whether it can still be answered. @throws LinkUnusable */
export async function behind(app: App, db: Db, link: LinkActor): Promise<Behind> {
  const quote = await store.byLink(db, link.linkId)
  const scope = link.productionId === null ? undefined : productionScopeOfLink(link, link.productionId)
  const request = quote && scope && (await store.byId(db, scope, quote.request_id))
  if (quote === undefined || request === undefined || scope === undefined)
    throw new Problem(LinkUnusable, { reason: 'revoked' }, 'This request was withdrawn.')
  const times = { now: app.clock.now(), answerBy: request.answer_by }
  return { scope, quote, request, closed: closedBecause(request.state, quote.state, times) }
}

/** By their own hand, until the time is over; sending again replaces what was sent before. */
export const answerByLink = (app: App, link: LinkActor, body: QuoteAnswer) =>
  app.transaction(async (tx) => {
    const { scope, request: seen } = await behind(app, tx, link)
    await store.lock(tx, scope, seen.id)
    const { quote, request, closed } = await behind(app, tx, link)
    if (closed !== null)
      throw new Problem(
        LinkUnusable,
        { reason: closed === 'late' ? 'expired' : 'used_up' },
        closed === 'late' ? 'The time to answer is over. Call the office.' : 'This request is closed.',
      )
    const state = await save(app, tx, { request, quote, body, by: quote.vendorName })
    await told(
      app,
      tx,
      { scope, actor: link },
      { requestId: request.id, verb: `quote.${state}`, after: { vendor: quote.vendorName } },
    )
    return { state }
  })

/** What came by telephone or on paper, typed in by the office; also after the time, because that is how it goes. */
export const enter = (
  app: App,
  { scope, actor, requestId, quoteId, expected, body }: OfRequest & { quoteId: QuoteId; body: QuoteAnswer },
) =>
  app.transaction(async (tx) => {
    const request = await store.lock(tx, scope, requestId)
    const quote = (await store.quotesOf(tx, requestId)).find(({ id }) => id === quoteId)
    if (request === undefined || quote === undefined) throw new Problem(NotFound, {}, 'There is no such quote.')
    demandFresh({ expected, current: quote.version }, `the quote of ${quote.vendorName}`)
    if (request.state !== 'sent') throw invalid('/lines', 'This request is closed.')
    await save(app, tx, { request, quote, body, by: nameOf(actor) })
    return told(app, tx, { scope, actor }, { requestId, verb: 'quote.entered', after: { vendor: quote.vendorName } })
  })

interface Saving {
  readonly request: store.RequestRow
  readonly quote: store.QuoteRow
  readonly body: QuoteAnswer
  readonly by: string
}

/** Lines, totals' parts, and one line of price history for each thing that was offered. */
async function save(app: App, tx: Tx, { request, quote, body, by }: Saving): Promise<'answered' | 'declined'> {
  const asked = await store.linesOf(tx, request.id)
  const unknown = Object.keys(body.lines).find((id) => !asked.some((line) => line.id === id))
  if (unknown !== undefined) throw invalid(`/lines/${unknown}`, 'This was not asked for.')
  const state = body.declines ? ('declined' as const) : ('answered' as const)
  const currency = body.currency ?? request.currency
  const offered = body.declines
    ? []
    : asked.flatMap((line) => {
        const given = body.lines[line.id]
        return given === undefined || given.unitPrice === null ? [] : [{ line, given, price: given.unitPrice }]
      })
  await store.updateQuote(tx, quote.id, quote.version, {
    state,
    answered_at: app.clock.now().toString(),
    answered_by: by,
    currency: body.declines ? null : currency,
    delivery_minor: body.declines ? null : moneyOf(body.delivery ?? 0, currency).minor,
    tax_hundredths: body.declines ? null : Math.round((body.taxPercent ?? 0) * 100),
    valid_until: body.validUntil,
    note: body.note,
  })
  await store.putAnswers(
    tx,
    quote.id,
    offered.map(({ line, given, price }) => ({
      id: app.ids.next<string>(),
      quote_id: quote.id,
      line_id: line.id as LineId,
      unit_minor: moneyOf(price, currency).minor,
      quantity_thousandths: given.quantity === null ? line.quantity_thousandths : Math.round(given.quantity * 1000),
      days_tenths: given.days === null ? line.days_tenths : Math.round(given.days * 10),
      discount_hundredths: Math.round((given.discountPercent ?? 0) * 100),
      note: given.note,
    })),
  )
  await store.dropPrices(tx, quote.id)
  await prices.insert(
    tx,
    offered.map(({ line, price }) => ({
      ...priceRow(app, by, quote.vendor_id, {
        item: line.item,
        unit: line.unit,
        price: moneyOf(price, currency),
        pricedOn: dayAt(app.clock.now(), 'UTC' as ZoneName),
        source: `Quote ${requestNumber(request.number)}, ${request.title}`.slice(0, 160),
        note: null,
      }),
      quote_id: quote.id,
    })),
  )
  return state
}

/** Their own paper beside the columns; a newer one takes its place. */
export const attach = (app: App, link: LinkActor, file: { name: string; bytes: Buffer }) =>
  app.transaction(async (tx) => {
    const { quote, request, scope, closed } = await behind(app, tx, link)
    if (closed !== null) throw new Problem(LinkUnusable, { reason: 'expired' }, 'This request is closed.')
    const fileId = await papers.keptPaper(app, tx, file.name, file.bytes)
    await store.updateQuote(tx, quote.id, quote.version, { file_id: fileId })
    await told(
      app,
      tx,
      { scope, actor: link },
      { requestId: request.id, verb: 'quote.attached', after: { vendor: quote.vendorName } },
    )
  })
