import type { Insertable } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateId } from './candidate.contract.ts'
import { COMMITTED } from './candidate.rules.ts'
import * as candidates from './candidate.store.ts'
import type { CastingErasureTable } from './candidate.table.ts'

export const overdue = (db: Db, today: string, limit: number) =>
  db
    .selectFrom('casting_candidate')
    .select(['id', 'production_id as productionId'])
    .where('erase_on', '<=', today as never)
    .where('may_keep', '=', false)
    .where('state', 'not in', [...COMMITTED])
    .orderBy('erase_on')
    .limit(limit)
    .execute()

export async function lockOverdue(tx: Tx, id: CandidateId, today: string) {
  const found = await tx
    .selectFrom('casting_candidate')
    .select('production_id as productionId')
    .where('id', '=', id)
    .where('erase_on', '<=', today as never)
    .where('may_keep', '=', false)
    .where('state', 'not in', [...COMMITTED])
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) return undefined
  const [row] = await candidates.byIds(tx, systemScope(found.productionId, 'retention'), [id])
  return row
}

/** Links that were made out to this candidate. */
export const linksOf = async (db: Db, id: CandidateId): Promise<LinkId[]> => {
  const rows = await db
    .selectFrom('link')
    .select('id')
    .where('subject_kind', '=', 'casting_candidate')
    .where('subject_id', '=', id)
    .execute()
  return rows.map((row) => row.id)
}

export const forgetLabels = (tx: Tx, ids: readonly LinkId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('link')
        .set({ label: 'Casting request, erased' })
        .where('id', 'in', [...ids])
        .execute()

export const remove = (tx: Tx, id: CandidateId) => tx.deleteFrom('casting_candidate').where('id', '=', id).execute()

export const log = (tx: Tx, row: Insertable<CastingErasureTable>) =>
  tx.insertInto('casting_erasure').values(row).execute()

/** @param hash only those that answered this request */
export const logged = (db: Db, scope: ProductionScope, hash?: string) =>
  db
    .selectFrom('casting_erasure')
    .select(['id', 'reason', 'files', 'done_at as doneAt'])
    .where('production_id', '=', scope.productionId)
    .$if(hash !== undefined, (it) => it.where('request_hash', '=', hash as string))
    .orderBy('done_at', 'desc')
    .limit(200)
    .execute()
