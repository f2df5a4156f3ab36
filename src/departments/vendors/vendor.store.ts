import { sql, type Insertable, type Updateable } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { VendorId, VendorQuery } from './vendor.contract.ts'
import type { VendorCategoryId } from './category.contract.ts'
import type { VendorTable } from './vendor.table.ts'

export const byId = (db: Db, _scope: OfficeScope, id: VendorId) =>
  db.selectFrom('vendor').selectAll().where('id', '=', id).executeTakeFirst()
export type VendorRow = NonNullable<Awaited<ReturnType<typeof byId>>>

export const lock = (tx: Tx, _scope: OfficeScope, id: VendorId) =>
  tx.selectFrom('vendor').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Vendors that stand for one of these companies or people, and are in use. */
export const ofParties = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('vendor')
        .select(['id', 'name', 'company_id as companyId', 'person_id as personId', 'version'])
        .where((eb) => eb.or([eb('company_id', 'in', ids as never[]), eb('person_id', 'in', ids as never[])]))
        .where('archived_at', 'is', null)
        .execute()

/** Of these vendors those whose tax number is known. */
export const taxedAmong = async (db: Db, ids: readonly VendorId[]): Promise<ReadonlySet<VendorId>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .selectFrom('vendor')
            .select('id')
            .where('id', 'in', [...ids])
            .where('tax_sealed', 'is not', null)
            .execute()
        ).map(({ id }) => id),
      )

export const namesByIds = (db: Db, ids: readonly VendorId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('vendor')
        .select(['id', 'name', 'stage', 'company_id as companyId', 'person_id as personId', 'currency'])
        .where('id', 'in', [...ids])
        .execute()

export const insert = (tx: Tx, row: Insertable<VendorTable>) => tx.insertInto('vendor').values(row).execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, id: VendorId, expected: number, change: Updateable<VendorTable>) =>
  tx
    .updateTable('vendor')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** What the directory calls them now; no version, because nobody edited the vendor. */
export const rename = (tx: Tx, id: VendorId, names: { name: string; sort_name: string; find_text: string }) =>
  tx.updateTable('vendor').set(names).where('id', '=', id).execute()

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

const filtered = (db: Db, { stage, categoryId, show, words }: Filter) => {
  let query = db.selectFrom('vendor').where('vendor.archived_at', show === 'archived' ? 'is not' : 'is', null)
  if (stage !== undefined) query = query.where('stage', '=', stage)
  if (categoryId !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('vendor_in_category')
          .select('vendor_in_category.id')
          .whereRef('vendor_in_category.vendor_id', '=', 'vendor.id')
          .where('category_id', '=', categoryId),
      ),
    )
  for (const word of words) query = query.where('find_text', 'like', `%${escapeLike(word)}%`)
  return query
}

/** `words` are folded already. */
type Filter = Pick<VendorQuery, 'stage' | 'categoryId' | 'show'> & { words: readonly string[] }

const orders = {
  name: { key: sql<string>`vendor.sort_name`, way: 'asc' },
  newest: {
    key: sql<string>`to_char(vendor.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
    way: 'desc',
  },
  changed: { key: sql<string>`to_char(vendor.stage_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, way: 'desc' },
} as const

/** One page and one row more; the key is `what it sorts by|id`. */
export function page(db: Db, _scope: OfficeScope, { sort, after, limit, ...filter }: VendorQuery & Filter) {
  const { key, way } = orders[sort]
  const at = after?.lastIndexOf('|') ?? -1
  let query = filtered(db, filter)
    .select(['id', 'company_id as companyId', 'person_id as personId', 'name', 'stage'])
    .select(['stage_reason as stageReason', 'stage_at as stageAt', 'payment_days as paymentDays', 'currency'])
    .select(key.as('sortKey'))
    .orderBy(key, way)
    .orderBy('id', way)
    .limit(limit + 1)
  if (after !== undefined)
    query = query.where(
      way === 'asc'
        ? sql<boolean>`(${key}, id) > (${after.slice(0, at)}, ${after.slice(at + 1)}::uuid)`
        : sql<boolean>`(${key}, id) < (${after.slice(0, at)}, ${after.slice(at + 1)}::uuid)`,
    )
  return query.execute()
}

/** How many there are at each stage, whatever stage is asked for. */
export const countByStage = (db: Db, _scope: OfficeScope, filter: Filter) =>
  filtered(db, { ...filter, stage: undefined })
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute()

export const categoriesOf = (db: Db, ids: readonly VendorId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('vendor_in_category')
        .innerJoin('vendor_category', 'vendor_category.id', 'vendor_in_category.category_id')
        .select(['vendor_id as vendorId', 'vendor_category.id', 'vendor_category.name'])
        .where('vendor_id', 'in', [...ids])
        .orderBy('vendor_category.sort')
        .execute()

export async function putCategories(
  tx: Tx,
  vendorId: VendorId,
  categoryIds: readonly VendorCategoryId[],
  nextId: () => string,
) {
  await tx.deleteFrom('vendor_in_category').where('vendor_id', '=', vendorId).execute()
  const rows = [...new Set(categoryIds)].map((category_id) => ({ id: nextId(), vendor_id: vendorId, category_id }))
  if (rows.length > 0) await tx.insertInto('vendor_in_category').values(rows).execute()
}

export const contactsOf = (db: Db, ids: readonly VendorId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('vendor_contact')
        .select(['vendor_id as vendorId', 'person_id as personId', 'does'])
        .where('vendor_id', 'in', [...ids])
        .orderBy('sort')
        .execute()

export async function putContacts(
  tx: Tx,
  vendorId: VendorId,
  contacts: readonly { personId: string; does: string }[],
  nextId: () => string,
) {
  await tx.deleteFrom('vendor_contact').where('vendor_id', '=', vendorId).execute()
  const rows = contacts.map(({ personId, does }, sort) => ({
    id: nextId(),
    vendor_id: vendorId,
    person_id: personId as never,
    does,
    sort,
  }))
  if (rows.length > 0) await tx.insertInto('vendor_contact').values(rows).execute()
}
