import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { withdrawLetters } from '../../platform/mail/index.ts'
import type { Agreement } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { may } from './envelope.rules.ts'
import { happened, newsOf } from './history.actions.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { stopAsking } from './paymentAsk.actions.ts'
import { sealAgreement } from './seal.job.ts'
import { lockFresh, nameOf, refuseState, settle, type Change } from './writing.actions.ts'

/** The paper this one stands in for ends: a pending one at once, a signed one when its successor is signed. */
export async function endFormer(app: App, tx: Tx, row: AgreementRow, when: 'pending' | 'executed'): Promise<void> {
  const former = row.supersedes_id === null ? undefined : await store.lock(tx, row.supersedes_id)
  if (former === undefined || former.state === 'superseded') return
  if (when === 'pending' && former.state === 'executed') return
  await store.update(tx, former.id, { state: 'superseded', ended_at: app.clock.now().toString() })
  await closeLinks(app, tx, former)
  await happened(app, tx, former.id, { what: 'superseded', text: `Superseded by ${row.number}` })
}

async function closeLinks(app: App, tx: Tx, row: AgreementRow): Promise<PartyRow[]> {
  const parties = await partyStore.of(tx, [row.id])
  await app.links.revoke(
    tx,
    parties.flatMap((it) => it.link_id ?? []),
  )
  await partyStore.stopReminders(tx, row.id)
  await stopAsking(app, tx, row)
  return parties
}

export async function complete(app: App, tx: Tx, row: AgreementRow): Promise<void> {
  const now = app.clock.now().toString()
  await store.update(tx, row.id, { state: 'executed', completed_at: now })
  await partyStore.stopReminders(tx, row.id)
  await happened(app, tx, row.id, { what: 'completed', text: 'Signed by everybody' })
  await endFormer(app, tx, row, 'executed')
  await app.emit(tx, 'agreements.completed', newsOf(row))
  await app.jobs.send(tx, sealAgreement, { agreementId: row.id })
}

export const makeVoid = (
  app: App,
  { scope, actor, id, expected, reason }: Change & { reason: string },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (!may.void(before.state)) throw refuseState(before, `${before.number} has ended already.`)
    await store.update(tx, id, { state: 'superseded', ended_at: app.clock.now().toString(), end_reason: reason })
    const parties = await closeLinks(app, tx, before)
    await happened(app, tx, id, { what: 'void', text: `Made void by ${nameOf(actor)}: ${reason}` })
    if (before.state !== 'draft') {
      const told = await whoKnows(app, tx, parties)
      const say = letterWords[before.language]
      const words = say.gone(before.title, reason)
      const letters = told.flatMap((party) =>
        letter(app, { row: before, party, key: `agreement-void:${party.id}`, words, link: null }),
      )
      await post(app, tx, letters)
      await app.emit(tx, 'agreements.failed', { ...newsOf(before), how: 'void' })
    }
    return settle(app, tx, { scope, actor }, { verb: 'agreement.made_void', id, before })
  })

/** Letters that have not left are called back; who got none never hears of a paper that is gone. */
async function whoKnows(app: App, tx: Tx, parties: readonly PartyRow[]): Promise<PartyRow[]> {
  const sent = parties.filter((it) => it.state !== 'waiting')
  const ids = sent.map(({ id }) => id)
  if (ids.length > 0) await withdrawLetters(app, tx, { about: { kind: 'agreement_party', ids } })
  const written = await partyStore.writtenTo(tx, ids)
  return sent.filter(({ id, opened_at }) => opened_at !== null || written.has(id))
}
