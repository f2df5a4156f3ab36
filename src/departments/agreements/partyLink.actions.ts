import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { AgreementRow } from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { PartyRow } from './party.store.ts'

export const zoneOf = async (db: Db, productionId: ProductionId): Promise<ZoneName> =>
  (await productions.zonesOf(db, [productionId])).get(productionId) ?? ('UTC' as ZoneName)

/** Gives a party its own link, once; it stops with the time to sign. */
export async function linkOf(app: App, tx: Tx, row: AgreementRow, party: PartyRow): Promise<LinkId> {
  if (party.link_id !== null) return party.link_id
  const { id } = await app.links.create(tx, {
    purpose: 'agreement',
    subject: { kind: 'agreement_party', id: party.id },
    productionId: row.production_id,
    personId: party.person_id,
    label: `${row.number}, ${party.name}`,
    ...(row.sign_by !== null && { expiresAt: row.sign_by }),
  })
  await partyStore.update(tx, party.id, { link_id: id })
  return id
}
