import { Problem, problemType } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { on } from '../../platform/events.ts'
import * as people from '../people/index.ts'
import * as store from './vendor.store.ts'

const BothVendors = problemType('both-vendors', 409, 'Both are vendors')

/** Two vendor records have two accounts and two histories; which one goes on is for people to say. */
async function refuseTwo(_app: App, tx: Tx, { keptId, otherId }: { keptId: string; otherId: string }): Promise<void> {
  const both = await store.ofParties(tx, [keptId, otherId])
  if (both.length > 1)
    throw new Problem(
      BothVendors,
      {},
      'Both are vendors, each with terms and accounts of their own. Archive one of the two vendors first, then merge.',
    )
}

async function rename(_app: App, tx: Tx, { kind, ids }: { kind: 'company' | 'person'; ids: string[] }): Promise<void> {
  const vendors = await store.ofParties(tx, ids)
  if (vendors.length === 0) return
  const parties = await people.partiesByIds(
    tx,
    kind === 'company' ? { companyIds: ids as never[] } : { personIds: ids as never[] },
  )
  for (const vendor of vendors) {
    const party = parties.get(vendor.companyId ?? vendor.personId ?? '')
    if (party !== undefined)
      await store.rename(tx, vendor.id, { name: party.name, sort_name: party.sortName, find_text: party.findText })
  }
}

export const listeners = [
  on('people.merging', refuseTwo),
  on('people.companies_merging', refuseTwo),
  on('people.renamed', rename),
]
