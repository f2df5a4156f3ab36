import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { undoUntil, withdrawLetters } from '../../platform/mail/index.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import { Problem, invalid } from '../../kernel/problems.ts'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { NotReadyToSend, type Agreement, type AgreementId, type PartyId } from './agreement.contract.ts'
import {
  blank,
  drawNow,
  find,
  lockFresh,
  nameOf,
  nextNumber,
  refuseState,
  settle,
  type Change,
  type Write,
} from './agreement.actions.ts'
import type { AgreementNews } from './agreement.events.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow, PartyRow } from './agreement.store.ts'
import { blockersToSending, dueNow, isComplete, may, nextReminder, turnNow } from './envelope.rules.ts'
import { hashOf } from './facts.actions.ts'
import { holdsUp } from './kinds.rules.ts'
import { letter, momentText, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { sealAgreement } from './seal.job.ts'
import * as templates from './template.store.ts'
import { termsOf } from './terms.rules.ts'

export const newsOf = (row: AgreementRow): AgreementNews => ({
  agreementId: row.id,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  companyId: row.company_id,
  productionId: row.production_id,
})

export interface Happening {
  readonly what: string
  readonly text: string
  readonly partyId?: PartyId | null
  readonly ip?: string | null
  readonly device?: string | null
}

export const happened = (app: App, tx: Tx, id: AgreementId, it: Happening) =>
  store.addEvent(tx, {
    id: app.ids.next<string>(),
    agreement_id: id,
    party_id: it.partyId ?? null,
    at: app.clock.now().toString(),
    what: it.what,
    text: it.text,
    ip: it.ip ?? null,
    device: it.device ?? null,
  })

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
  await store.updateParty(tx, party.id, { link_id: id })
  return id
}

/** Writes to everyone whose turn it is now. Those who come later hear nothing and have no link yet. */
export async function sendToDue(app: App, tx: Tx, row: AgreementRow): Promise<void> {
  const parties = await store.parties(tx, [row.id])
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
    await store.updateParty(tx, party.id, {
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
        notes: waits ? [say.minute, say.until(momentText(signBy, zone))] : [],
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
    const parties = await store.parties(tx, [id])
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
    return settle(app, tx, { scope, actor }, 'agreement.sent', id, before)
  })

/** The paper this one stands in for ends: a pending one at once, a signed one when its successor is signed. */
async function endFormer(app: App, tx: Tx, row: AgreementRow, when: 'pending' | 'executed'): Promise<void> {
  const former = row.supersedes_id === null ? undefined : await store.lock(tx, row.supersedes_id)
  if (former === undefined || former.state === 'superseded') return
  if (when === 'pending' && former.state === 'executed') return
  await store.update(tx, former.id, { state: 'superseded', ended_at: app.clock.now().toString() })
  await closeLinks(app, tx, former)
  await happened(app, tx, former.id, { what: 'superseded', text: `Superseded by ${row.number}` })
}

async function closeLinks(app: App, tx: Tx, row: AgreementRow): Promise<PartyRow[]> {
  const parties = await store.parties(tx, [row.id])
  await app.links.revoke(
    tx,
    parties.flatMap((it) => it.link_id ?? []),
  )
  await store.stopReminders(tx, row.id)
  return parties
}

/** After somebody has done their part: the next turn, or the end of it. */
export async function goOn(app: App, tx: Tx, id: AgreementId): Promise<void> {
  const row = (await store.lock(tx, id)) as AgreementRow
  const parties = await store.parties(tx, [id])
  if (row.state !== 'pending') return
  if (!isComplete(parties)) return sendToDue(app, tx, row)
  await complete(app, tx, row)
}

export async function complete(app: App, tx: Tx, row: AgreementRow): Promise<void> {
  const now = app.clock.now().toString()
  await store.update(tx, row.id, { state: 'executed', completed_at: now })
  await store.stopReminders(tx, row.id)
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
      for (const party of told)
        await post(
          app,
          tx,
          letter(app, {
            row: before,
            party,
            key: `agreement-void:${party.id}`,
            words: say.gone(before.title, reason),
            link: null,
          }),
        )
      await app.emit(tx, 'agreements.failed', { ...newsOf(before), how: 'void' })
    }
    return settle(app, tx, { scope, actor }, 'agreement.made_void', id, before)
  })

/** Letters that have not left are called back; who got none never hears of a paper that is gone. */
async function whoKnows(app: App, tx: Tx, parties: readonly PartyRow[]): Promise<PartyRow[]> {
  const sent = parties.filter((it) => it.state !== 'waiting')
  const ids = sent.map(({ id }) => id)
  if (ids.length > 0) await withdrawLetters(app, tx, { about: { kind: 'agreement_party', ids } })
  const written = await store.writtenTo(tx, ids)
  return sent.filter(({ id, opened_at }) => opened_at !== null || written.has(id))
}

export const supersede = (
  app: App,
  { scope, actor, id, expected, useNewWording }: Change & { useNewWording: boolean },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const former = await lockFresh(tx, scope, id, expected)
    const successor = await store.successorOf(tx, id)
    if (!may.supersede(former.state) || former.template_version_id === null)
      throw refuseState(
        former,
        former.state === 'draft' ? 'A draft is simply changed.' : `${former.number} has ended already.`,
      )
    if (successor !== undefined)
      throw refuseState(former, `${successor.number} already stands in for ${former.number}.`)
    const used = await templates.findVersion(tx, former.template_version_id)
    const newest = useNewWording && used ? await templates.find(tx, used.templateId) : undefined
    const next = app.ids.next<AgreementId>()
    await store.insert(tx, {
      ...former,
      terms: JSON.stringify(former.terms),
      scope: former.scope && JSON.stringify(former.scope),
      extra: JSON.stringify(former.extra),
      id: next,
      number: await nextNumber(tx, scope, former.kind),
      template_version_id: newest?.versionId ?? former.template_version_id,
      content: null,
      content_sha256: null,
      state: 'draft',
      channel: 'envelope',
      sent_at: null,
      sign_by: null,
      completed_at: null,
      ended_at: null,
      end_reason: null,
      docx_file_id: null,
      sealed_file_id: null,
      sealed_at: null,
      submission_key: null,
      supersedes_id: former.id,
      version: 1,
      created_at: app.clock.now().toString(),
      created_by_name: nameOf(actor),
    })
    await store.insertParties(
      tx,
      (await store.parties(tx, [id])).map(({ role, label, turn, person_id, name, email, phone, for_name, sort }) => ({
        ...blank,
        id: app.ids.next<PartyId>(),
        agreement_id: next,
        role: role === 'in_person' ? 'signer' : role,
        label,
        turn,
        person_id,
        name,
        email,
        phone,
        for_name,
        answers: '{}',
        sort,
      })),
    )
    return settle(app, tx, { scope, actor }, 'agreement.drawn_up', next, null)
  })

/** One reminder to one party, and when the next one would leave. */
async function remindOne(app: App, tx: Tx, row: AgreementRow, party: PartyRow): Promise<void> {
  const ladder = await templates.ladderOf(tx, row.kind)
  const now = app.clock.now()
  const reminders = party.reminders + 1
  const signBy = row.sign_by ?? now
  const say = letterWords[row.language]
  await store.updateParty(tx, party.id, {
    reminders,
    next_reminder_at: nextReminder(ladder, reminders, now, signBy)?.toString() ?? null,
  })
  await post(
    app,
    tx,
    letter(app, {
      row,
      party,
      key: `agreement-reminder:${party.id}:${reminders}`,
      words: say.remind(row.title),
      link: await linkOf(app, tx, row, party),
      notes: [say.until(momentText(signBy, await zoneOf(tx, row.production_id)))],
    }),
  )
  await happened(app, tx, row.id, {
    what: 'reminded',
    text: `Reminder ${reminders} to ${party.name}`,
    partyId: party.id,
  })
}

export const remind = (app: App, { scope, agreementIds }: Write & { agreementIds: readonly AgreementId[] }) =>
  app.transaction(async (tx) => {
    const skipped: { number: string; why: string }[] = []
    let reminded = 0
    for (const id of agreementIds) {
      await find(tx, scope, id)
      const row = (await store.lock(tx, id)) as AgreementRow
      const parties = await store.parties(tx, [id])
      const waits = parties.filter((it) => holdsUp(it.role) && it.turn === turnNow(parties) && it.state !== 'done')
      const writable = waits.filter((it) => it.email !== null)
      if (row.state !== 'pending') skipped.push({ number: row.number, why: 'it waits for nobody' })
      else if (writable.length === 0)
        skipped.push({ number: row.number, why: 'nobody it waits for has an e-mail address' })
      else
        for (const party of writable) {
          await remindOne(app, tx, row, party)
          reminded += 1
        }
    }
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [...agreementIds] })
    return { reminded, skipped }
  })

/** What time alone does: papers run out, reminders fall due. Safe to run as often as one likes. */
export const sweep = (app: App): Promise<void> =>
  app.transaction(async (tx) => {
    const now = app.clock.now()
    for (const row of await store.overdue(tx, now, now.toString().slice(0, 10))) {
      const wasSigned = row.state === 'executed'
      await store.update(tx, row.id, { state: 'expired', ended_at: now.toString() })
      await store.stopReminders(tx, row.id)
      await happened(app, tx, row.id, {
        what: 'expired',
        text: wasSigned ? 'Its time has run out' : 'The time to sign has run out',
      })
      if (!wasSigned) await app.emit(tx, 'agreements.failed', { ...newsOf(row), how: 'expired' })
      await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
    }
    for (const party of await store.dueReminders(tx, now)) {
      const row = (await store.lock(tx, party.agreement_id)) as AgreementRow
      if (row.state === 'pending' && party.state !== 'done') await remindOne(app, tx, row, party)
      else await store.updateParty(tx, party.id, { next_reminder_at: null })
    }
    for (const { id } of await store.unsealed(tx, now.subtract({ minutes: 5 })))
      await app.jobs.send(tx, sealAgreement, { agreementId: id })
  })

export const addressFor = (app: App, { scope, id, partyId }: Write & { id: AgreementId; partyId: PartyId }) =>
  app.transaction(async (tx) => {
    const row = await find(tx, scope, id)
    await store.lock(tx, id)
    const parties = await store.parties(tx, [id])
    const party = parties.find((it) => it.id === partyId)
    if (party === undefined || row.state !== 'pending') throw refuseState(row, 'There is nothing to sign here now.')
    if (party.turn > (turnNow(parties) ?? 0))
      throw refuseState(row, `It is not ${party.name}’s turn yet. Their link begins to exist when it is.`)
    return { url: `${app.settings.url}/a/${app.links.tokenOf(await linkOf(app, tx, row, party))}` }
  })
