import { linkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { withdrawLetters } from '../../platform/mail/index.ts'
import type { Agreement, PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import { decline, sign } from './sign.actions.ts'

interface Acting {
  readonly partyId: PartyId
  readonly does: 'sign' | { readonly declines: string }
}

/**
 * Does what the person behind a party’s link would do, for a sample: nobody sits there. The signature is their name typed;
 * where it came from, an address and a device, stays empty.
 */
export const actAs = (app: App, { partyId, does }: Acting): Promise<unknown> =>
  app.transaction(async (tx) => {
    const party = await partyStore.byId(tx, partyId)
    const row = party && (await store.byId(tx, party.agreement_id))
    if (party?.link_id == null || row === undefined) throw new Error('This party has nothing to act on yet.')
    const actor = await app.links.open(tx, app.links.tokenOf(party.link_id), 'agreement')
    const scope = linkScope(actor)
    const from = { ip: null, device: null }
    if (does !== 'sign') return decline(app, { scope, reason: does.declines, from })
    return sign(app, {
      scope,
      from,
      body: {
        seen: row.content_sha256 ?? '',
        name: party.name,
        answers: Object.fromEntries((row.content?.fields ?? []).map((it) => [it.key, it.value || 'as on file'])),
        signature: { kind: 'typed', text: party.name },
        where: '',
        key: crypto.randomUUID(),
      },
    })
  })

/** Calls back every letter about a paper: what a sample sends stays in the house. */
export const hush = (app: App, { parties }: Agreement): Promise<unknown> =>
  app.transaction((tx) =>
    withdrawLetters(app, tx, { about: { kind: 'agreement_party', ids: parties.map(({ id }) => id) } }),
  )
