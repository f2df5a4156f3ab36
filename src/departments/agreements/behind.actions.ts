import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { OwnStanding } from './party.contract.ts'
import * as partyStore from './party.store.ts'
import type { PartyRow } from './party.store.ts'

export interface Behind {
  readonly row: AgreementRow
  readonly party: PartyRow
  readonly parties: readonly PartyRow[]
}

/** The paper and the party behind a link. @throws LinkUnusable when they are gone */
export async function behind(db: Db, partyId: string): Promise<Behind> {
  const party = await partyStore.byId(db, partyId as PartyId)
  const row = party && (await store.byId(db, party.agreement_id))
  if (party === undefined || row === undefined)
    throw new Problem(LinkUnusable, { reason: 'unknown' }, 'The paper behind this link is gone.')
  return { row, party, parties: await partyStore.of(db, [row.id]) }
}

/** The same, held until the transaction ends. */
export async function lockBehind(tx: Tx, scope: LinkScope): Promise<Behind> {
  const { row } = await behind(tx, scope.link.subjectId)
  await store.lock(tx, row.id)
  return behind(tx, scope.link.subjectId)
}

/** What a party's page is told after each step. */
export const standing = ({ row, party }: Pick<Behind, 'row' | 'party'>): OwnStanding => ({
  state: party.state,
  paper: row.state,
  actedAt: party.acted_at?.toString() ?? null,
})

export const again = async (tx: Tx, scope: LinkScope) => standing(await behind(tx, scope.link.subjectId))
