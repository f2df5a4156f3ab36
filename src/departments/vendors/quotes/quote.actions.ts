import { NotFound, Problem, demandFresh, invalid } from '../../../kernel/problems.ts'
import type { BodyOf } from '../../../kernel/route.ts'
import type { Actor, ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { Db, Tx } from '../../../platform/database/database.ts'
import { nameOf } from '../vendor.actions.ts'
import {
  AlreadySent,
  type LineId,
  type QuoteRequest,
  type RequestBody,
  type RequestId,
  type setQuoteRates,
} from './quote.contract.ts'
import { requestNumber } from './quote.rules.ts'
import { shownRequest } from './quote.shown.ts'
import * as store from './quote.store.ts'

export interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}
export interface OfRequest extends Write {
  readonly requestId: RequestId
  readonly expected: number
}

/** @throws NotFound */
export async function get(app: App, db: Db, scope: ProductionScope, id: RequestId): Promise<QuoteRequest> {
  const row = await store.byId(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such request on this production.')
  return shownRequest(app, db, scope, row)
}

export async function list(db: Db, scope: ProductionScope, query: { after?: string | undefined; limit: number }) {
  const rows = await store.page(db, scope, query)
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((it) => ({
      ...it,
      number: requestNumber(it.number),
      answerBy: it.answerBy.toString(),
      asked: it.asked ?? 0,
      answered: it.answered ?? 0,
    })),
    next: rows.length > query.limit ? String(page.at(-1)?.number) : null,
    can: { edit: scope.can('quotes.edit') },
  }
}

const columns = (body: RequestBody) => ({
  title: body.title,
  what: body.what,
  from_on: body.fromOn,
  until_on: body.untilOn,
  deliver_by: body.deliverBy,
  deliver_to: body.deliverTo,
  answer_by: body.answerBy,
  currency: body.currency,
})

const lineRows = (app: App, requestId: RequestId, { lines }: RequestBody) =>
  lines.map((it, sort) => ({
    id: app.ids.next<LineId>(),
    request_id: requestId,
    sort,
    item: it.item,
    unit: it.unit,
    quantity_thousandths: Math.round(it.quantity * 1000),
    days_tenths: it.days === null ? null : Math.round(it.days * 10),
    note: it.note,
  }))

export function demandFuture(app: App, answerBy: string): void {
  if (Temporal.Instant.compare(Temporal.Instant.from(answerBy), app.clock.now()) <= 0)
    throw invalid('/answerBy', 'The time to answer lies behind us.')
}

export const create = (app: App, { scope, actor, body }: Write & { body: RequestBody }) =>
  app.transaction(async (tx) => {
    demandFuture(app, body.answerBy)
    const id = app.ids.next<RequestId>()
    await store.insert(tx, {
      id,
      production_id: scope.productionId,
      number: await store.nextNumber(tx, scope),
      ...columns(body),
      state: 'draft',
      chosen_id: null,
      reason: null,
      decided_by: null,
      decided_at: null,
      created_by: nameOf(actor),
      created_at: app.clock.now().toString(),
    })
    await store.putLines(tx, id, lineRows(app, id, body))
    return told(app, tx, { scope, actor }, { requestId: id, verb: 'quote.begun' })
  })

export const change = (app: App, { scope, actor, requestId, expected, body }: OfRequest & { body: RequestBody }) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    demandFuture(app, body.answerBy)
    if (row.state === 'draft') {
      await store.update(tx, requestId, expected, columns(body))
      await store.putLines(tx, requestId, lineRows(app, requestId, body))
    } else {
      // What was asked is what they answer to: only the clock may be set later.
      if (row.state !== 'sent' || (await isOtherwise(tx, row, body)))
        throw new Problem(
          AlreadySent,
          {},
          'Vendors have this request before them. Move the time to answer, or withdraw it and begin another.',
        )
      await store.update(tx, requestId, expected, { answer_by: body.answerBy })
      await store.askAgain(tx, requestId)
    }
    return told(app, tx, { scope, actor }, { requestId, verb: 'quote.changed' })
  })

async function isOtherwise(tx: Tx, row: store.RequestRow, body: RequestBody): Promise<boolean> {
  const lines = await store.linesOf(tx, row.id)
  const { answer_by: _, ...now } = columns(body)
  return (
    Object.entries(now).some(([column, value]) => row[column as keyof typeof row] !== value) ||
    JSON.stringify(lines.map((it) => [it.item, it.unit, it.quantity_thousandths, it.days_tenths])) !==
      JSON.stringify(
        body.lines.map((it) => [
          it.item,
          it.unit,
          Math.round(it.quantity * 1000),
          it.days === null ? null : Math.round(it.days * 10),
        ]),
      )
  )
}

export const setRates = (
  app: App,
  { scope, actor, requestId, expected, body }: OfRequest & { body: BodyOf<typeof setQuoteRates> },
) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    if (body.items.some(({ currency }) => currency === row.currency))
      throw invalid('/items', `The comparison is in ${row.currency} already; it needs no rate.`)
    await store.putExchange(
      tx,
      requestId,
      body.items.map((it) => ({
        id: app.ids.next<string>(),
        request_id: requestId,
        currency: it.currency,
        rate_millionths: Math.round(it.rate * 1_000_000),
        source: it.source,
        dated: it.dated,
      })),
    )
    await store.update(tx, requestId, expected, {})
    const rates = body.items.map((it) => `1 ${it.currency} = ${it.rate} ${row.currency} (${it.source}, ${it.dated})`)
    return told(
      app,
      tx,
      { scope, actor },
      { requestId, verb: 'quote.rates_stated', after: { rates: rates.join('; ') } },
    )
  })

export async function lockFresh(tx: Tx, { scope, requestId, expected }: Omit<OfRequest, 'actor'>) {
  const row = await store.lock(tx, scope, requestId)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such request on this production.')
  demandFresh({ expected, current: row.version }, row.title)
  return row
}

export async function told(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { requestId, verb, after = {} }: { requestId: RequestId; verb: string; after?: object },
): Promise<QuoteRequest> {
  const request = await get(app, tx, scope, requestId)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'quote_request', id: requestId, label: `${request.number} ${request.title}` },
    productionId: scope.productionId,
    after,
  })
  await app.announce(tx, { department: 'vendors', productionId: scope.productionId, ids: [requestId] })
  return request
}
