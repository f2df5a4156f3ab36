import { InUse, NotFound, Problem, demandFresh, invalid } from '../../../kernel/problems.ts'
import type { BodyOf } from '../../../kernel/route.ts'
import type { Actor, ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { Db, Tx } from '../../../platform/database/database.ts'
import * as people from '../../people/index.ts'
import { nameOf } from '../vendor.actions.ts'
import * as vendors from '../vendor.store.ts'
import {
  AlreadySent,
  NotAskable,
  type LineId,
  type QuoteId,
  type QuoteRequest,
  type RequestBody,
  type RequestId,
  type sendQuoteRequest,
  type setQuoteRates,
} from './quote.contract.ts'
import { writeAsk, writeOutcome } from './quote.letters.ts'
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

function demandFuture(app: App, answerBy: string): void {
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
    return told(app, tx, { scope, actor }, id, 'quote.begun')
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
      for (const quote of await store.quotesOf(tx, requestId))
        if (quote.state === 'expired')
          await store.updateQuote(tx, quote.id, quote.version, { state: 'asked', reminded_at: null })
    }
    return told(app, tx, { scope, actor }, requestId, 'quote.changed')
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

type Sending = OfRequest & { readonly body: BodyOf<typeof sendQuoteRequest> }

/** Each vendor by a link of their own. Who cannot be asked is named, and then nobody is. */
export const send = (app: App, { scope, actor, requestId, expected, body }: Sending) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    if (row.state !== 'draft' && row.state !== 'sent')
      throw invalid('/vendorIds', 'This request is closed; begin another.')
    demandFuture(app, row.answer_by.toString())
    const asked = new Set((await store.quotesOf(tx, requestId)).map(({ vendor_id }) => vendor_id as string))
    const fresh = [...new Set(body.vendorIds as string[])].filter((id) => !asked.has(id))
    const found = await vendors.namesByIds(tx, fresh as never[])
    const reached = await addressesOf(tx, found)
    const refused = [
      ...fresh
        .filter((id) => !found.some((it) => it.id === id))
        .map(() => ({ name: 'A vendor', why: 'is not there any more' })),
      ...found.filter(({ stage }) => stage === 'do_not_use').map(({ name }) => ({ name, why: 'is not to be used' })),
      ...found
        .filter(({ id }) => !body.isByPhone && !reached.has(id))
        .map(({ name }) => ({ name, why: 'has no e-mail address' })),
    ]
    if (refused.length > 0)
      throw new Problem(NotAskable, { vendors: refused }, refused.map(({ name, why }) => `${name} ${why}.`).join(' '))
    for (const vendor of found) {
      const id = app.ids.next<QuoteId>()
      const link = body.isByPhone
        ? null
        : await app.links.create(tx, {
            purpose: 'quote',
            subject: { kind: 'quote', id },
            productionId: scope.productionId,
            label: `Quote ${requestNumber(row.number)}, ${vendor.name}`,
            createdBy: actor,
          })
      const to = reached.get(vendor.id) ?? ''
      await store.insertQuotes(tx, [
        {
          id,
          request_id: requestId,
          vendor_id: vendor.id,
          link_id: link?.id ?? null,
          to_address: link === null ? null : to,
          locale: body.locale,
          state: 'asked',
          sent_at: app.clock.now().toString(),
          reminded_at: null,
          answered_at: null,
          answered_by: null,
          currency: null,
          delivery_minor: null,
          tax_hundredths: null,
          valid_until: null,
          note: null,
          file_id: null,
        },
      ])
      if (link !== null)
        await writeAsk(
          app,
          tx,
          scope,
          row,
          { linkId: link.id, to: { name: vendor.name, address: to }, locale: body.locale },
          body.message,
        )
    }
    await store.update(tx, requestId, expected, { state: 'sent' })
    return told(app, tx, { scope, actor }, requestId, 'quote.sent', { asked: found.map(({ name }) => name).join(', ') })
  })

/** Where each of them is written to: their own first address, else their first contact's. */
async function addressesOf(tx: Tx, found: Awaited<ReturnType<typeof vendors.namesByIds>>) {
  const contacts = await vendors.contactsOf(
    tx,
    found.map(({ id }) => id),
  )
  const parties = await people.partiesByIds(tx, {
    companyIds: found.flatMap(({ companyId }) => (companyId === null ? [] : [companyId as never])),
    personIds: [...found.flatMap(({ personId }) => personId ?? []), ...contacts.map(({ personId }) => personId)],
  })
  const entries = found.flatMap(({ id, companyId, personId }): [string, string][] => {
    const own = parties.get(companyId ?? personId ?? '')?.emails[0]?.value
    const theirs = contacts
      .filter(({ vendorId }) => vendorId === id)
      .map((it) => parties.get(it.personId)?.emails[0]?.value)
      .find((it) => it !== undefined)
    const address = own ?? theirs
    return address === undefined ? [] : [[id, address]]
  })
  return new Map(entries)
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
    return told(app, tx, { scope, actor }, requestId, 'quote.rates_stated', { rates: rates.join('; ') })
  })

interface Deciding extends OfRequest {
  readonly quoteId: QuoteId
  readonly reason: string
}

/** One is chosen with a reason, and everybody who answered or was asked is told in the same act. */
export const decide = (app: App, { scope, actor, requestId, expected, quoteId, reason }: Deciding) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    const quotes = await store.quotesOf(tx, requestId)
    const chosen = quotes.find(({ id }) => id === quoteId)
    if (row.state !== 'sent') throw invalid('/quoteId', 'This request is not open any more.')
    if (chosen === undefined || chosen.state !== 'answered')
      throw invalid('/quoteId', 'Only a quote that was answered can be chosen.')
    for (const quote of quotes) {
      if (quote.id !== quoteId && quote.state === 'declined') continue
      await store.updateQuote(tx, quote.id, quote.version, {
        state: quote.id === quoteId ? 'chosen' : quote.answered_at === null ? 'expired' : 'not_chosen',
      })
      await writeOutcome(app, tx, scope, row, quote, quote.id === quoteId ? 'chosen' : 'not_chosen')
    }
    await store.update(tx, requestId, expected, {
      state: 'decided',
      chosen_id: quoteId,
      reason,
      decided_by: nameOf(actor),
      decided_at: app.clock.now().toString(),
    })
    return told(app, tx, { scope, actor }, requestId, 'quote.decided', { chosen: chosen.vendorName, reason })
  })

export const withdraw = (app: App, { scope, actor, requestId, expected }: OfRequest) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    if (row.state !== 'draft' && row.state !== 'sent')
      throw new Problem(InUse, { dependants: [] }, 'It is decided or withdrawn already.')
    const quotes = await store.quotesOf(tx, requestId)
    for (const quote of quotes)
      if (quote.state !== 'declined') await writeOutcome(app, tx, scope, row, quote, 'withdrawn')
    await app.links.revoke(
      tx,
      quotes.flatMap(({ link_id }) => link_id ?? []),
    )
    await store.update(tx, requestId, expected, { state: 'withdrawn' })
    return told(app, tx, { scope, actor }, requestId, 'quote.withdrawn')
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
  requestId: RequestId,
  verb: string,
  after: object = {},
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
