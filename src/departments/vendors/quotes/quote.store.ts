import { sql, type Insertable, type Updateable } from 'kysely'
import type { LinkId } from '../../../kernel/ids.ts'
import type { ProductionScope } from '../../../platform/access/scope.ts'
import type { Db, Tx } from '../../../platform/database/database.ts'
import type { VendorId } from '../vendor.contract.ts'
import '../vendor.table.ts'
import type { QuoteId, RequestId } from './quote.contract.ts'
import type {
  QuoteAnswerTable,
  QuoteExchangeTable,
  QuoteLineTable,
  QuoteRequestTable,
  QuoteTable,
} from './quote.table.ts'

export const page = (db: Db, scope: ProductionScope, { after, limit }: { after?: string | undefined; limit: number }) =>
  db
    .selectFrom('quote_request')
    .select(['id', 'number', 'title', 'state', 'answer_by as answerBy'])
    .select((eb) => [
      eb
        .selectFrom('quote')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('quote.request_id', '=', 'quote_request.id')
        .as('asked'),
      eb
        .selectFrom('quote')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('quote.request_id', '=', 'quote_request.id')
        .where('answered_at', 'is not', null)
        .where('currency', 'is not', null)
        .as('answered'),
      eb
        .selectFrom('quote')
        .innerJoin('vendor', 'vendor.id', 'quote.vendor_id')
        .select('vendor.name')
        .whereRef('quote.id', '=', 'quote_request.chosen_id')
        .as('chosen'),
    ])
    .where('production_id', '=', scope.productionId)
    .$if(after !== undefined, (query) => query.where('number', '<', Number(after)))
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()

export const byId = (db: Db, scope: ProductionScope, id: RequestId) =>
  db
    .selectFrom('quote_request')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()
export type RequestRow = NonNullable<Awaited<ReturnType<typeof byId>>>

export const lock = (tx: Tx, scope: ProductionScope, id: RequestId) =>
  tx
    .selectFrom('quote_request')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The next number of a production; the production's row is held, so two requests never share one. */
export async function nextNumber(tx: Tx, scope: ProductionScope): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`quotes:${scope.productionId}`}, 0))`.execute(tx)
  const { last } = await tx
    .selectFrom('quote_request')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('production_id', '=', scope.productionId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const insert = (tx: Tx, row: Insertable<QuoteRequestTable>) =>
  tx.insertInto('quote_request').values(row).execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, id: RequestId, expected: number, change: Updateable<QuoteRequestTable>) =>
  tx
    .updateTable('quote_request')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

export const linesOf = (db: Db, id: RequestId) =>
  db.selectFrom('quote_line').selectAll().where('request_id', '=', id).orderBy('sort').execute()

export async function putLines(tx: Tx, id: RequestId, rows: readonly Insertable<QuoteLineTable>[]): Promise<void> {
  await tx.deleteFrom('quote_line').where('request_id', '=', id).execute()
  await tx
    .insertInto('quote_line')
    .values([...rows])
    .execute()
}

const quotes = (db: Db) =>
  db
    .selectFrom('quote')
    .innerJoin('vendor', 'vendor.id', 'quote.vendor_id')
    .selectAll('quote')
    .select('vendor.name as vendorName')

export const quotesOf = (db: Db, id: RequestId) =>
  quotes(db).where('request_id', '=', id).orderBy('vendor.sort_name').orderBy('quote.id').execute()
export type QuoteRow = Awaited<ReturnType<typeof quotesOf>>[number]

export const byLink = (db: Db, linkId: LinkId) => quotes(db).where('quote.link_id', '=', linkId).executeTakeFirst()

export const insertQuotes = (tx: Tx, rows: readonly Insertable<QuoteTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('quote')
        .values([...rows])
        .execute()

/** @returns undefined when somebody else was first */
export const updateQuote = (tx: Tx, id: QuoteId, expected: number, change: Updateable<QuoteTable>) =>
  tx
    .updateTable('quote')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** Whoever has not answered has time again, and is reminded before it ends as if it had been so from the start. */
export const askAgain = (tx: Tx, id: RequestId) =>
  tx
    .updateTable('quote')
    .set({ state: 'asked', reminded_at: null, version: sql<number>`version + 1` })
    .where('request_id', '=', id)
    .where('state', 'in', ['asked', 'expired'])
    .execute()

export const answersOf = (db: Db, id: RequestId) =>
  db
    .selectFrom('quote_answer')
    .innerJoin('quote', 'quote.id', 'quote_answer.quote_id')
    .selectAll('quote_answer')
    .where('quote.request_id', '=', id)
    .execute()

export async function putAnswers(tx: Tx, quoteId: QuoteId, rows: readonly Insertable<QuoteAnswerTable>[]) {
  await tx.deleteFrom('quote_answer').where('quote_id', '=', quoteId).execute()
  if (rows.length > 0)
    await tx
      .insertInto('quote_answer')
      .values([...rows])
      .execute()
}

export const exchangeOf = (db: Db, id: RequestId) =>
  db.selectFrom('quote_exchange').selectAll().where('request_id', '=', id).orderBy('currency').execute()

export async function putExchange(tx: Tx, id: RequestId, rows: readonly Insertable<QuoteExchangeTable>[]) {
  await tx.deleteFrom('quote_exchange').where('request_id', '=', id).execute()
  if (rows.length > 0)
    await tx
      .insertInto('quote_exchange')
      .values([...rows])
      .execute()
}

/** A quote that is sent again takes the prices of the one before with it. */
export const dropPrices = (tx: Tx, quoteId: QuoteId) =>
  tx.deleteFrom('vendor_price').where('quote_id', '=', quoteId).execute()

/** Asked and open, with their request: what the hourly round looks at. */
export const waiting = (db: Db) =>
  db
    .selectFrom('quote')
    .innerJoin('quote_request', 'quote_request.id', 'quote.request_id')
    .select(['quote.id', 'quote.version', 'sent_at as sentAt', 'reminded_at as remindedAt', 'answer_by as answerBy'])
    .select(['request_id as requestId', 'production_id as productionId'])
    .where('quote.state', '=', 'asked')
    .where('quote_request.state', '=', 'sent')
    .orderBy('answer_by')
    .limit(500)
    .execute()

/** What was asked of a vendor over all productions, the newest first: facts for their score. */
export const ofVendor = (db: Db, vendorId: VendorId) =>
  db
    .selectFrom('quote')
    .innerJoin('quote_request', 'quote_request.id', 'quote.request_id')
    .select(['quote.id', 'quote.state', 'quote.sent_at as sentAt', 'quote.answered_at as answeredAt'])
    .select(['quote_request.answer_by as answerBy', 'quote_request.title', 'quote_request.number'])
    .select(['quote_request.id as requestId', 'quote_request.production_id as productionId'])
    .select('quote_request.decided_at as decidedAt')
    .where('vendor_id', '=', vendorId)
    .orderBy('quote.id', 'desc')
    .limit(200)
    .execute()
