import { momentIn } from '../../kernel/locale.ts'
import { Problem, invalid } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { undoUntil } from '../../platform/mail/index.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import { officeSettings } from '../office/index.ts'
import { NotReadyToSend, type Agreement, type AgreementId, type PartyId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import { linkOf, zoneOf } from './partyLink.actions.ts'
import { asksHowToPay } from './payment.rules.ts'
import { keepOpen } from './paymentAsk.actions.ts'
import type { AgreementRow } from './agreement.store.ts'
import { complete, endFormer } from './end.actions.ts'
import { blockersToSending, dueNow, isComplete, may, nextReminder, turnNow } from './envelope.rules.ts'
import { hashOf } from './facts.actions.ts'
import { happened } from './history.actions.ts'
import { holdsUp } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { drawNow, find } from './reading.actions.ts'
import * as templates from './template.store.ts'
import { termsOf } from './terms.rules.ts'
import { lockFresh, nameOf, refuseState, settle, type Change, type Write } from './writing.actions.ts'

/** Writes to everyone whose turn it is now. Those who come later hear nothing and have no link yet. */
async function sendToDue(app: App, tx: Tx, row: AgreementRow): Promise<void> {
  const parties = await partyStore.of(tx, [row.id])
  const ladder = await templates.ladderOf(tx, row.kind)
  const office = await officeSettings(tx)
  const zone = await zoneOf(tx, row.production_id)
  const now = app.clock.now()
  const leavesAt = await undoUntil(app, tx)
  const signBy = row.sign_by ?? now
  const say = letterWords[row.language]
  for (const party of dueNow(parties)) {
    const link = await linkOf(app, tx, row, party)
    const waits = holdsUp(party.role)
    await partyStore.update(tx, party.id, {
      state: 'sent',
      sent_at: now.toString(),
      next_reminder_at:
        waits && party.email !== null ? (nextReminder(ladder, 0, now, signBy)?.toString() ?? null) : null,
    })
    const words = waits ? (party.role === 'approver' ? say.approve : say.sign) : say.view
    await post(
      app,
      tx,
      letter(app, {
        row,
        party,
        key: `agreement-sent:${party.id}`,
        words: words(row.title, office.name),
        link,
        notes: waits ? [say.minute, say.until(momentIn(row.language, signBy, zone, { year: true }))] : [],
        leavesAt,
      }),
    )
    await happened(app, tx, row.id, {
      what: 'sent',
      text: `Sent to ${party.name}${party.email === null ? '' : ` at ${party.email}`}`,
      partyId: party.id,
    })
  }
}

export const send = (
  app: App,
  { scope, actor, id, expected, signBy }: Change & { signBy: string | undefined },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (!may.send(before.state)) throw refuseState(before, `${before.number} was sent already.`)
    const parties = await partyStore.of(tx, [id])
    const drawn = await drawNow(app, tx, scope, before, parties)
    if (drawn === undefined) throw refuseState(before, `${before.number} has no template to be sent from.`)
    const terms = termsOf(before.terms)
    const blockers = blockersToSending({
      kind: before.kind,
      terms,
      missing: drawn.missing,
      faults: drawn.faults,
      parties,
    })
    if (blockers.length > 0) throw new Problem(NotReadyToSend, { blockers }, blockers[0]?.message ?? '')
    const now = app.clock.now()
    const ladder = await templates.ladderOf(tx, before.kind)
    const until = signBy === undefined ? now.add({ hours: 24 * ladder.signWithinDays }) : Temporal.Instant.from(signBy)
    if (Temporal.Instant.compare(until, now) <= 0) throw invalid('/signBy', 'Give a moment that is still to come.')
    const docx =
      drawn.docx &&
      (await keepFile(app, tx, {
        name: `${before.number}.docx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: drawn.docx.bytes,
        productionId: before.production_id,
      }))
    await store.update(tx, id, {
      state: 'pending',
      title: drawn.content.title,
      content: JSON.stringify(drawn.content),
      content_sha256: hashOf(drawn.content),
      docx_file_id: docx?.id ?? null,
      sent_at: now.toString(),
      sign_by: until.toString(),
      notice_days: before.notice_days ?? ladder.noticeDays,
    })
    await happened(app, tx, id, {
      what: 'frozen',
      text: `Wording frozen by ${nameOf(actor)}, SHA-256 ${hashOf(drawn.content)}`,
    })
    if (before.supersedes_id !== null) await endFormer(app, tx, before, 'pending')
    await sendToDue(app, tx, await find(tx, scope, id))
    return settle(app, tx, { scope, actor }, { verb: 'agreement.sent', id, before })
  })

/** After somebody has done their part: the next turn, or the end of it. */
export async function goOn(app: App, tx: Tx, id: AgreementId): Promise<void> {
  const row = (await store.lock(tx, id)) as AgreementRow
  const parties = await partyStore.of(tx, [id])
  if (row.state !== 'pending') return
  if (!isComplete(parties)) return sendToDue(app, tx, row)
  await complete(app, tx, row)
}

export const addressFor = (app: App, { scope, id, partyId }: Write & { id: AgreementId; partyId: PartyId }) =>
  app.transaction(async (tx) => {
    const row = await find(tx, scope, id)
    await store.lock(tx, id)
    const parties = await partyStore.of(tx, [id])
    const party = parties.find((it) => it.id === partyId)
    const mayGive = party !== undefined && may.pay(row.state) && asksHowToPay(row, party)
    if (party === undefined || (row.state !== 'pending' && !mayGive))
      throw refuseState(row, 'There is nothing to sign here now.')
    if (!mayGive && party.turn > (turnNow(parties) ?? 0))
      throw refuseState(row, `It is not ${party.name}’s turn yet. Their link begins to exist when it is.`)
    const link = await linkOf(app, tx, row, party)
    if (mayGive) await keepOpen(app, tx, row, link)
    return { url: `${app.settings.url}/a/${app.links.tokenOf(link)}` }
  })
