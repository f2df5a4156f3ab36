import type { Db } from '../../platform/database/database.ts'
import type { CompanyId, Named } from './person.contract.ts'
import './person.table.ts'

/** Names of companies by id, for those who only show them. */
export async function namesByIds(db: Db, ids: readonly string[]): Promise<{ id: CompanyId; name: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('company')
    .select(['id', 'name'])
    .where('id', 'in', ids as CompanyId[])
    .execute()
}

export type CompanyName = Named
