import { sql, type Insertable, type Updateable } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { wanted } from './keys.rules.ts'
import type { CompanyId } from './person.contract.ts'
import { escapeLike, splitKey } from './person.store.ts'
import type { CompanyTable } from './person.table.ts'

/** Names of companies by id, for those who only show them. */
export async function namesByIds(db: Db, ids: readonly string[]): Promise<{ id: CompanyId; name: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('company')
    .select(['id', 'name'])
    .where('id', 'in', ids as CompanyId[])
    .execute()
}

export const byIds = (db: Db, _scope: OfficeScope, ids: readonly CompanyId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('company')
        .leftJoin('company as heir', 'heir.id', 'company.merged_into')
        .select([
          'company.id',
          'company.name',
          'company.kinds',
          'company.legal_name as legalName',
          'company.other_names as otherNames',
        ])
        .select([
          'company.home_base as homeBase',
          'company.address',
          'company.time_zone as timeZone',
          'company.languages',
        ])
        .select(['company.websites', 'company.notes', 'company.archived_at as archivedAt', 'company.version'])
        .select([
          'company.archived_reason as archivedReason',
          'company.merged_into as mergedIntoId',
          'heir.name as mergedIntoName',
        ])
        .where('company.id', 'in', ids as CompanyId[])
        .execute()
export type CompanyRow = Awaited<ReturnType<typeof byIds>>[number]

export const lock = (tx: Tx, _scope: OfficeScope, ids: readonly CompanyId[]) =>
  tx
    .selectFrom('company')
    .select(['id', 'version'])
    .where('id', 'in', ids as CompanyId[])
    .orderBy('id')
    .forUpdate()
    .execute()

export const insert = (tx: Tx, rows: readonly Insertable<CompanyTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('company')
        .values([...rows])
        .execute()

/** @returns undefined when somebody else was first */
export const update = (
  tx: Tx,
  _scope: OfficeScope,
  id: CompanyId,
  expected: number,
  change: Updateable<CompanyTable>,
) =>
  tx
    .updateTable('company')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** Companies in use whose names are one of these, whatever their legal form. */
export const byNameKeys = (db: Db, keys: readonly string[]) =>
  keys.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('company')
        .select(['id', 'name', 'name_key as nameKey'])
        .where('name_key', 'in', [...keys])
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()

export const peopleOf = (db: Db, _scope: OfficeScope, id: CompanyId) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'position'])
    .where('company_id', '=', id)
    .where('archived_at', 'is', null)
    .orderBy('sort_name')
    .limit(500)
    .execute()

export interface CompanyQuery {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly show: 'current' | 'archived'
  readonly after?: string | undefined
  readonly limit: number
}

const filtered = (db: Db, { kind, show }: CompanyQuery) =>
  db
    .selectFrom('company')
    .where('company.archived_at', show === 'archived' ? 'is not' : 'is', null)
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`${kind} = any(company.kinds)`))

export const count = async (db: Db, _scope: OfficeScope, query: CompanyQuery): Promise<number> =>
  (
    await filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

const lines = (from: ReturnType<typeof filtered>) =>
  from
    .select([
      'company.id',
      'company.name',
      'company.kinds',
      'company.home_base as homeBase',
      'company.sort_name as sortName',
    ])
    .select('company.archived_at as archivedAt')
    .select((eb) =>
      eb
        .selectFrom('person')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('person.company_id', '=', 'company.id')
        .where('person.archived_at', 'is', null)
        .as('people'),
    )

export const page = (db: Db, _scope: OfficeScope, query: CompanyQuery) =>
  lines(filtered(db, query))
    .$if(query.after !== undefined, (select) => {
      const [name = '', id = ''] = splitKey(query.after ?? '')
      return select.where(sql<boolean>`(company.sort_name, company.id) > (${name}, ${id}::uuid)`)
    })
    .orderBy('company.sort_name')
    .orderBy('company.id')
    .limit(query.limit + 1)
    .execute()

export async function search(db: Db, scope: OfficeScope, query: CompanyQuery) {
  const want = wanted(query.q ?? '')
  const base = () => lines(filtered(db, query)).limit(query.limit)
  // Finding somebody by a number is a way to learn whose it is.
  if (want.by !== 'words' && !scope.sees('people', 'contact')) return []
  if (want.by !== 'words') {
    const pattern = want.by === 'email' ? `${escapeLike(want.text)}%` : `%${want.digits}%`
    const points = db
      .selectFrom('contact_point')
      .select('company_id')
      .where('kind', '=', want.by)
      .where('match_key', 'like', pattern)
    return base()
      .where('company.id', 'in', points as never)
      .orderBy('company.sort_name')
      .execute()
  }
  const begins = sql<boolean>`(company.search_text like ${`${escapeLike(want.text)}%`} or company.sort_name like ${`${escapeLike(want.text)}%`})`
  const exact = await want.words
    .reduce(
      (select, word) => select.where('company.search_text', 'like', `%${escapeLike(word)}%`),
      base().orderBy(begins, 'desc').orderBy('company.sort_name'),
    )
    .execute()
  if (exact.length > 0) return exact
  const likeness = sql<number>`word_similarity(${want.text}, company.search_text)`
  const ranked = base().orderBy(likeness, 'desc').orderBy('company.sort_name')
  const close = await ranked.where(sql<boolean>`company.search_text %> ${want.text}`).execute()
  return close.length > 0 ? close : ranked.where(likeness, '>', 0.4).execute()
}
