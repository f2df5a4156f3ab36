import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ClauseId } from './template.contract.ts'
import type { ClauseTable, ClauseVersionTable } from './template.table.ts'

/** The newest wording of each clause. They are a few dozen; the list is bounded all the same. */
export const all = (db: Db) =>
  db
    .selectFrom('agreement_clause as c')
    .innerJoin('agreement_clause_version as v', 'v.clause_id', 'c.id')
    .distinctOn('c.id')
    .select([
      'c.id',
      'c.key',
      'c.title',
      'c.version',
      'c.archived_at as archivedAt',
      'v.id as versionId',
      'v.number',
      'v.texts',
      'v.note',
      'v.created_by_name as writtenBy',
      'v.created_at as writtenAt',
      'v.approved_by_name as approvedBy',
      'v.approved_at as approvedAt',
    ])
    .orderBy('c.id')
    .orderBy('v.number', 'desc')
    .limit(500)
    .execute()
export type ClauseRow = Awaited<ReturnType<typeof all>>[number]

export const lock = (tx: Tx, id: ClauseId) =>
  tx.selectFrom('agreement_clause').select(['id', 'version']).where('id', '=', id).forUpdate().executeTakeFirst()

/** @returns whether it was put in; false where another clause has its key */
export const insert = async (tx: Tx, row: Insertable<ClauseTable>): Promise<boolean> =>
  (await tx
    .insertInto('agreement_clause')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const insertVersion = (tx: Tx, row: Insertable<ClauseVersionTable>) =>
  tx.insertInto('agreement_clause_version').values(row).execute()

export const update = (tx: Tx, id: ClauseId, change: Updateable<ClauseTable>) =>
  tx
    .updateTable('agreement_clause')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

/** Notes who stands for the newest wording. */
export const approveNewest = (tx: Tx, id: ClauseId, approved: { by: string; at: Temporal.Instant }) =>
  tx
    .updateTable('agreement_clause_version')
    .set({ approved_by_name: approved.by, approved_at: approved.at.toString() })
    .where('clause_id', '=', id)
    .where('number', '=', ({ selectFrom }) =>
      selectFrom('agreement_clause_version as newest')
        .select(({ fn }) => fn.max('newest.number').as('number'))
        .where('newest.clause_id', '=', id),
    )
    .execute()
