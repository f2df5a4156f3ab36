import type { PersonId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import type { CompanyId } from './person.contract.ts'
import { reachesOf } from './contactPoint.store.ts'
import type { Reach } from './draft.contract.ts'
import { likelyKeys, partyRows } from './party.store.ts'

/** A company, or one person who works as one: how it is called and reached. Not redacted; the caller's contract is. */
export interface Party {
  readonly kind: 'company' | 'person'
  readonly id: string
  readonly name: string
  readonly sortName: string
  readonly findText: string
  readonly legalName: string | null
  readonly homeBase: string | null
  readonly address: string | null
  readonly websites: readonly string[]
  readonly emails: readonly Reach[]
  readonly phones: readonly Reach[]
  readonly isArchived: boolean
  readonly version: number
}

/** Parties by id; unknown ids are absent. */
export async function partiesByIds(
  db: Db,
  { companyIds = [], personIds = [] }: { companyIds?: readonly CompanyId[]; personIds?: readonly PersonId[] },
): Promise<ReadonlyMap<string, Party>> {
  const found = new Map<string, Party>()
  for (const [kind, ids] of [
    ['company', companyIds],
    ['person', personIds],
  ] as const) {
    if (ids.length === 0) continue
    const reached = await reachesOf(db, kind, ids)
    for (const row of await partyRows(db, kind, ids))
      found.set(row.id, { kind, ...row, ...(reached.get(row.id) ?? { emails: [], phones: [] }) })
  }
  return found
}

/** Companies and people whose name or address is the same as one of these: perhaps the one that is meant. */
export const likely = (db: Db, asked: { name: string; email: string | null; phone: string | null }) =>
  likelyKeys(db, asked)
