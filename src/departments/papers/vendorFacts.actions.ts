import type { VendorFact, VendorFactSource } from '../../platform/vendorFacts.ts'
import { ofHolders } from './holder.actions.ts'
import { dayOf } from './matrix.actions.ts'

/** Papers speak for a vendor when they are in order, and against one when they ran out or were asked for in vain. */
export const paperFacts: VendorFactSource = {
  kinds: [{ kind: 'papers', label: 'Papers in order' }],
  facts: async (db, { vendorId, partyId, now }) => {
    const papers = (await ofHolders(db, [partyId], 'vendor', now)).get(partyId) ?? []
    return papers.flatMap((it): VendorFact[] => {
      const fact = { kind: 'papers', href: `/vendors/${vendorId}?tab=papers` }
      const since = it.receivedAt?.slice(0, 10) ?? dayOf(now)
      if (it.standing === 'in_order' || it.standing === 'expiring')
        return [{ ...fact, result: 'good', words: `${it.kind} is in order.`, on: since }]
      if (it.standing === 'expired')
        return [{ ...fact, result: 'bad', words: `${it.kind} has ended.`, on: it.expiresOn ?? since }]
      return it.standing === 'asked' && it.chases >= 3
        ? [{ ...fact, result: 'bad', words: `${it.kind} was asked for and not handed in.`, on: since }]
        : []
    })
  },
}
