import { money, moneyText } from '../../kernel/money.ts'
import { NotFound, Problem, demandFresh } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { changePercent, itemKey } from './price.rules.ts'
import * as store from './price.store.ts'
import { nameOf, type Write } from './vendor.actions.ts'
import { note } from './vendor.note.ts'
import type { VendorId } from './vendor.contract.ts'
import type { NewPrice, VendorPrice, VendorPriceId } from './price.contract.ts'
import * as vendors from './vendor.store.ts'

interface OfVendor extends Write {
  readonly vendorId: VendorId
}

export async function pricesOf(db: Db, vendorId: VendorId, query: { after?: string | undefined; limit: number }) {
  const rows = await store.page(db, vendorId, query)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(shown),
    next: rows.length > query.limit && last !== undefined ? `${last.itemKey}|${last.pricedOn}|${last.id}` : null,
  }
}

const shown = (row: store.PriceRow & { beforeMinor?: number | null }): VendorPrice => ({
  id: row.id,
  item: row.item,
  unit: row.unit,
  price: money(row.minor, row.currency),
  pricedOn: row.pricedOn,
  source: row.source,
  note: row.note,
  changePercent: changePercent(row.minor, row.beforeMinor ?? null),
  createdBy: row.createdBy,
  version: row.version,
})

/** The columns of a new price, from a person or out of an answered quote. */
export const priceRow = (app: App, by: string, vendorId: VendorId, it: NewPrice) => ({
  id: app.ids.next<VendorPriceId>(),
  vendor_id: vendorId,
  item: it.item,
  item_key: itemKey(it.item),
  unit: it.unit,
  price_minor: it.price.minor,
  currency: it.price.currency,
  priced_on: it.pricedOn,
  source: it.source,
  note: it.note,
  created_by: by,
  created_at: app.clock.now().toString(),
  archived_at: null,
})

export const add = (app: App, { scope, actor, vendorId, body }: OfVendor & { body: NewPrice }) =>
  app.transaction(async (tx): Promise<VendorPrice> => {
    const vendor = await vendors.byId(tx, scope, vendorId)
    if (vendor === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
    const row = priceRow(app, nameOf(actor), vendorId, body)
    await store.insert(tx, [row])
    const price = `${body.item}: ${moneyText(body.price)} a ${body.unit}`
    await note(app, tx, actor, { vendor, verb: 'vendor.price_added', after: { price } })
    return shown({
      ...row,
      vendorId,
      itemKey: row.item_key,
      minor: row.price_minor,
      pricedOn: row.priced_on,
      createdBy: row.created_by,
      version: 1,
    })
  })

interface Withdrawal extends OfVendor {
  readonly id: VendorPriceId
  readonly expected: number
  readonly withdrawn: boolean
}

export const withdraw = (app: App, { scope, actor, vendorId, id, expected, withdrawn }: Withdrawal) =>
  app.transaction(async (tx) => {
    const vendor = await vendors.byId(tx, scope, vendorId)
    const before = await store.lock(tx, vendorId, id)
    if (vendor === undefined || before === undefined)
      throw new Problem(NotFound, {}, 'This price is not there any more.')
    demandFresh({ expected, current: before.version }, `the price of ${before.item}`)
    await store.setWithdrawn(tx, id, withdrawn ? app.clock.now().toString() : null)
    const verb = withdrawn ? 'vendor.price_withdrawn' : 'vendor.price_restored'
    await note(app, tx, actor, { vendor, verb, after: { price: before.item } })
    return { version: expected + 1 }
  })
