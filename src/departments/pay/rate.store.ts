import { sql, type Insertable, type Updateable } from 'kysely'
import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PayProfileId, RateId } from './rate.contract.ts'
import type { PayFigureTable, PayProfileTable, PayRateTable } from './rate.table.ts'

const rateLines = (db: Db) =>
  db
    .selectFrom('pay_rate')
    .leftJoin('pay_profile', 'pay_profile.id', 'pay_rate.profile_id')
    .select([
      'pay_rate.id',
      'person_id as personId',
      'company_id as companyId',
      'position',
      'basis',
      'amount_minor as minor',
      'currency',
    ])
    .select(['guaranteed_minutes as guaranteedMinutes', 'profile_id as profileId', 'pay_profile.name as profileName'])
    .select(['pay_profile.hourly', 'pay_profile.rules', 'terms', 'market', 'media', 'term_months as termMonths'])
    .select(['valid_from as validFrom', 'pay_rate.source', 'note', 'created_by as createdBy'])
    .select(['pay_rate.version', 'pay_rate.archived_at as archivedAt'])
export type RateRow = Awaited<ReturnType<ReturnType<typeof rateLines>['execute']>>[number]

type Column = 'person_id' | 'company_id'
const ratesOf = (db: Db, column: Column, ids: readonly string[]): Promise<RateRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rateLines(db)
        .where(sql.ref<string>(column), 'in', [...ids])
        .where('pay_rate.archived_at', 'is', null)
        .orderBy('position')
        .orderBy('valid_from', 'desc')
        .orderBy('pay_rate.id', 'desc')
        .execute()

/** Rates of these people, the latest of each position first. */
export const ofPeople = (db: Db, ids: readonly PersonId[]) => ratesOf(db, 'person_id', ids)

/** Rates of these companies, the latest of each position or service first. */
export const ofCompanies = (db: Db, ids: readonly string[]) => ratesOf(db, 'company_id', ids)

/** Whose rate it is: a person's own, or a company's. */
export type Holder =
  | { readonly personId: PersonId; readonly companyId?: never }
  | { readonly companyId: CompanyId; readonly personId?: never }

export const ofHolder = (db: Db, { personId, companyId }: Holder): Promise<RateRow[]> =>
  personId === undefined ? ofCompanies(db, [companyId]) : ofPeople(db, [personId])

export const byId = (db: Db, { personId, companyId }: Holder, id: RateId): Promise<RateRow | undefined> =>
  rateLines(db)
    .where('pay_rate.id', '=', id)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId as PersonId))
    .$if(companyId !== undefined, (query) => query.where('company_id', '=', companyId as string))
    .executeTakeFirst()

export const insertRate = (tx: Tx, row: Insertable<PayRateTable>) => tx.insertInto('pay_rate').values(row).execute()

/** Held until the transaction ends. */
export const lockRate = (tx: Tx, { personId, companyId }: Holder, id: RateId) =>
  tx
    .selectFrom('pay_rate')
    .select(['position', 'version'])
    .where('id', '=', id)
    .where('person_id', 'is not distinct from', personId ?? null)
    .where('company_id', 'is not distinct from', companyId ?? null)
    .forUpdate()
    .executeTakeFirst()

export const setWithdrawn = (tx: Tx, id: RateId, at: string | null) =>
  tx
    .updateTable('pay_rate')
    .set({ archived_at: at, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

const profileColumns = ['id', 'name', 'source', 'as_of as asOf', 'hourly', 'rules', 'version'] as const

export const profiles = (db: Db) =>
  db.selectFrom('pay_profile').select(profileColumns).where('archived_at', 'is', null).orderBy('name').execute()

/** Held until the transaction ends. */
export const lockProfile = (tx: Tx, id: PayProfileId) =>
  tx
    .selectFrom('pay_profile')
    .select(profileColumns)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const insertProfile = (tx: Tx, row: Insertable<PayProfileTable>) =>
  tx.insertInto('pay_profile').values(row).execute()

export const updateProfile = (tx: Tx, id: PayProfileId, change: Updateable<PayProfileTable>) =>
  tx
    .updateTable('pay_profile')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const figures = (db: Db) =>
  db
    .selectFrom('pay_figure')
    .select(['id', 'key', 'label', 'thousandths', 'unit', 'valid_from as validFrom', 'source'])
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .execute()

/** @returns undefined when there is one from that day already */
export const insertFigure = (tx: Tx, row: Insertable<PayFigureTable>) =>
  tx
    .insertInto('pay_figure')
    .values(row)
    .onConflict((it) => it.columns(['key', 'valid_from']).doNothing())
    .returning('id')
    .executeTakeFirst()
