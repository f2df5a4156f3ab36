import { sql, type Insertable, type Updateable } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { bestOf, pageOf } from './directory.store.ts'
import type { CompanyId } from './person.contract.ts'
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

type CompanyLineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

export const page = (db: Db, _scope: OfficeScope, query: CompanyQuery) =>
  pageOf<CompanyLineRow>('company', lines(filtered(db, query)), query)

export const search = (db: Db, scope: OfficeScope, query: CompanyQuery) =>
  bestOf<CompanyLineRow>(db, scope, 'company', () => lines(filtered(db, query)), query)
