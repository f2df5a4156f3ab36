import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { VendorCategoryId } from './category.contract.ts'
import './rule.table.ts'
import './vendor.table.ts'

export const all = (db: Db) =>
  db
    .selectFrom('vendor_category')
    .select(['id', 'name', 'source', 'as_of as asOf'])
    .select((eb) =>
      eb
        .selectFrom('vendor_in_category')
        .innerJoin('vendor', 'vendor.id', 'vendor_in_category.vendor_id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('vendor_in_category.category_id', '=', 'vendor_category.id')
        .where('vendor.archived_at', 'is', null)
        .as('vendors'),
    )
    .where('archived_at', 'is', null)
    .orderBy('sort')
    .orderBy('name')
    .execute()

/** Of the list as a whole; held until the transaction ends. */
export const lockVersion = (tx: Tx) =>
  tx.selectFrom('vendor_rule').select('categories_version as version').forUpdate().executeTakeFirstOrThrow()

export const version = (db: Db) =>
  db.selectFrom('vendor_rule').select('categories_version as version').executeTakeFirstOrThrow()

interface Put {
  readonly items: readonly { readonly id: VendorCategoryId | null; readonly name: string }[]
  readonly source: string
  readonly asOf: PlainDay
  readonly now: string
  readonly nextId: () => VendorCategoryId
}

/** The list as it stands from now on. What is left out is archived; its name may be used again. */
export async function put(tx: Tx, { items, source, asOf, now, nextId }: Put): Promise<void> {
  await tx
    .updateTable('vendor_rule')
    .set({ categories_version: sql<number>`categories_version + 1` })
    .execute()
  const kept = items.flatMap(({ id }) => (id === null ? [] : [id]))
  await tx
    .updateTable('vendor_category')
    .set({ archived_at: now })
    .where('archived_at', 'is', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  // Names change places in one act: first out of each other's way.
  if (kept.length > 0)
    await tx
      .updateTable('vendor_category')
      .set({ name: sql<string>`name || ' ' || id::text` })
      .where('id', 'in', kept)
      .execute()
  for (const [sort, { id, name }] of items.entries())
    if (id === null)
      await tx
        .insertInto('vendor_category')
        .values({ id: nextId(), name, source, as_of: asOf, sort, archived_at: null })
        .execute()
    else await tx.updateTable('vendor_category').set({ name, sort, source, as_of: asOf }).where('id', '=', id).execute()
}
