import { sql, type Insertable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { VendorId } from './vendor.contract.ts'
import type { VendorPriceId } from './price.contract.ts'
import type { VendorPriceTable } from './vendor.table.ts'

const lines = (db: Db) =>
  db
    .selectFrom('vendor_price')
    .select(['id', 'vendor_id as vendorId', 'item', 'item_key as itemKey', 'unit', 'price_minor as minor', 'currency'])
    .select(['priced_on as pricedOn', 'source', 'note', 'created_by as createdBy', 'version'])
    .where('archived_at', 'is', null)
export type PriceRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

const before = sql<number | null>`(select prior.price_minor from vendor_price prior
    where prior.vendor_id = vendor_price.vendor_id and prior.item_key = vendor_price.item_key
      and prior.unit = vendor_price.unit and prior.currency = vendor_price.currency and prior.archived_at is null
      and (prior.priced_on, prior.id) < (vendor_price.priced_on, vendor_price.id)
    order by prior.priced_on desc, prior.id desc limit 1)`

/** Of one vendor by item, the newest first, with the price before it; one row more where there is a next page. */
export function page(db: Db, vendorId: VendorId, { after, limit }: { after?: string | undefined; limit: number }) {
  let query = lines(db).select(before.as('beforeMinor')).where('vendor_id', '=', vendorId)
  if (after !== undefined) {
    const [key = '', day = '', id = ''] = after.split('|')
    query = query.where(
      sql<boolean>`(item_key > ${key} or (item_key = ${key} and (priced_on, id) < (${day}::date, ${id}::uuid)))`,
    )
  }
  return query
    .orderBy('item_key')
    .orderBy('priced_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What this vendor quoted, the newest first, each with the price before it. */
export const quotedOf = (db: Db, vendorId: VendorId) =>
  lines(db)
    .select(['quote_id as quoteId', before.as('beforeMinor')])
    .where('vendor_id', '=', vendorId)
    .where('quote_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export const lock = (tx: Tx, vendorId: VendorId, id: VendorPriceId) =>
  tx
    .selectFrom('vendor_price')
    .select(['item', 'version'])
    .where('vendor_id', '=', vendorId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The newest price of each item and unit from each of these vendors, leaving out what these quotes said themselves. */
export const latestOf = (
  db: Db,
  vendorIds: readonly VendorId[],
  itemKeys: readonly string[],
  withoutQuotes: readonly string[] = [],
) =>
  vendorIds.length === 0 || itemKeys.length === 0
    ? Promise.resolve([] as PriceRow[])
    : lines(db)
        .distinctOn(['vendor_id', 'item_key', 'unit', 'currency'])
        .where('vendor_id', 'in', [...vendorIds])
        .where('item_key', 'in', [...itemKeys])
        .$if(withoutQuotes.length > 0, (query) =>
          query.where((eb) => eb.or([eb('quote_id', 'is', null), eb('quote_id', 'not in', [...withoutQuotes])])),
        )
        .orderBy('vendor_id')
        .orderBy('item_key')
        .orderBy('unit')
        .orderBy('currency')
        .orderBy('priced_on', 'desc')
        .orderBy('id', 'desc')
        .execute()

export const insert = (tx: Tx, rows: readonly Insertable<VendorPriceTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('vendor_price')
        .values([...rows])
        .execute()

export const setWithdrawn = (tx: Tx, id: VendorPriceId, at: string | null) =>
  tx
    .updateTable('vendor_price')
    .set({ archived_at: at, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
