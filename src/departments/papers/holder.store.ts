import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PaperId } from './papers.contract.ts'
import './papers.table.ts'

const held = (db: Db) =>
  db
    .selectFrom('paper')
    .select(['id', 'kind_id as kindId', 'person_id as personId', 'company_id as companyId'])
    .select(['production_id as productionId', 'state', 'expires_on as expiresOn', 'version', 'reason'])
    .select(['file_id as fileId', 'link_id as askedBy', 'asked_at as askedAt', 'created_at as createdAt', 'chases'])
    .where('archived_at', 'is', null)

/** Papers of companies and people that hold for the whole office, not for one production. */
export const ofHolders = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : held(db)
        .where('production_id', 'is', null)
        .where((eb) => eb.or([eb('company_id', 'in', ids as never[]), eb('person_id', 'in', ids as never[])]))
        .execute()

const one = (db: Db, holderId: string, id: PaperId) =>
  held(db)
    .where('id', '=', id)
    .where('production_id', 'is', null)
    .where((eb) => eb.or([eb('company_id', '=', holderId as never), eb('person_id', '=', holderId as never)]))

/** One paper of this holder; a paper of another is not there. */
export const ofHolder = (db: Db, holderId: string, id: PaperId) => one(db, holderId, id).executeTakeFirst()

/** Papers of one holder are put on file one after another, so that what is replaced is what stands. */
export const lockHolder = (tx: Tx, holderId: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`papers of ${holderId}`}))`.execute(tx)

/** The same, held until the transaction ends. */
export const lock = (tx: Tx, holderId: string, id: PaperId) => one(tx, holderId, id).forUpdate().executeTakeFirst()
