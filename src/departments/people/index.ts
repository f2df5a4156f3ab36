import type { Db } from '../../platform/database/database.ts'
import * as companies from './company.store.ts'
import type { CompanyId } from './person.contract.ts'

/**
 * Companies by id, for showing a client's or vendor's name; ids that are null or unknown are simply absent.
 * @example (await companiesByIds(db, [production.clientCompanyId])).get(id)?.name
 */
export async function companiesByIds(
  db: Db,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, { id: CompanyId; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  return new Map((await companies.namesByIds(db, wanted)).map((company) => [company.id, company]))
}

export { correctWriteTo, writeToOf } from './writeTo.store.ts'
export type { WriteTo } from './writeTo.store.ts'
