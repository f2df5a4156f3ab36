import { momentIn } from '../../kernel/locale.ts'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as vendors from '../vendors/index.ts'
import type { Agreement } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { may, nextReminder } from './envelope.rules.ts'
import { newsOf } from './history.actions.ts'
import type { AgreementKind } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { linkOf, zoneOf } from './partyLink.actions.ts'
import * as partyStore from './party.store.ts'
import type { PartyRow } from './party.store.ts'
import { isDeal, owedBy } from './payment.rules.ts'
import { paymentWords } from './phone/payment.words.ts'
import * as templates from './template.store.ts'
import { lockFresh, refuseState, settle, type Change } from './writing.actions.ts'

const onFile = async (tx: Tx, personId: string | null): Promise<boolean> =>
  personId !== null && (await vendors.payeesAmong(tx, [personId as PersonId])).has(personId)

/** A deal asks unless the office has both already. */
export const asksPayment = async (tx: Tx, kind: AgreementKind, personId: string | null): Promise<boolean> =>
  isDeal(kind) && personId !== null && !(await onFile(tx, personId))

/** As long as there is to sign a paper of this kind, counted from now. */
async function timeFrom(app: App, tx: Tx, row: AgreementRow) {
  const ladder = await templates.ladderOf(tx, row.kind)
  const now = app.clock.now()
  return { ladder, now, until: now.add({ hours: 24 * ladder.signWithinDays }) }
}

/** A link never stops before the time to sign has. */
const openUntil = (app: App, tx: Tx, row: AgreementRow, link: LinkId, until: Temporal.Instant): Promise<void> =>
  app.links.endAt(
    tx,
    [link],
    row.sign_by !== null && Temporal.Instant.compare(row.sign_by, until) > 0 ? row.sign_by : until,
  )

/** The link that stopped with the time to sign goes on for whoever still has to say how they are paid. */
export async function keepOpen(app: App, tx: Tx, row: AgreementRow, link: LinkId): Promise<void> {
  await openUntil(app, tx, row, link, (await timeFrom(app, tx, row)).until)
}

const tell = (app: App, tx: Tx, row: AgreementRow, { person_id }: PartyRow, asks: boolean) =>
  app.emit(tx, 'agreements.payment_asked', { ...newsOf(row), personId: person_id, asks })

/** Whoever has just signed a deal is asked how to pay them: their link stays open, and the first reminder is set. */
export async function beginToAsk(app: App, tx: Tx, row: AgreementRow, partyId: PartyRow['id']): Promise<void> {
  const party = await partyStore.byId(tx, partyId)
  if (party === undefined || owedBy(row, party).length === 0) return
  await tell(app, tx, row, party, true)
  await setReminder(app, tx, row, party)
}

async function setReminder(app: App, tx: Tx, row: AgreementRow, party: PartyRow): Promise<void> {
  const { ladder, now, until } = await timeFrom(app, tx, row)
  const next = party.email === null ? null : nextReminder(ladder, party.payment_reminders, now, until)
  await partyStore.update(tx, party.id, { next_payment_reminder_at: next?.toString() ?? null })
  await openUntil(app, tx, row, await linkOf(app, tx, row, party), until)
}

/** One of the two has come: the other is reminded of after a while, or nothing is any more. */
export async function goOnAsking(app: App, tx: Tx, row: AgreementRow, partyId: PartyRow['id']): Promise<void> {
  const party = await partyStore.byId(tx, partyId)
  if (party === undefined) return
  if (owedBy(row, party).length > 0) return setReminder(app, tx, row, party)
  await partyStore.update(tx, party.id, { next_payment_reminder_at: null })
}

/** Nothing is asked of anybody who signed this paper any more. */
export async function stopAsking(app: App, tx: Tx, row: AgreementRow): Promise<void> {
  await partyStore.stopReminders(tx, row.id, 'next_payment_reminder_at')
  for (const party of await partyStore.of(tx, [row.id]))
    if (owedBy(row, party).length > 0) await tell(app, tx, row, party, false)
}

/**
 * Reminds of what is still missing, unless the office has it by another way meanwhile.
 * @returns whether a letter leaves
 */
export async function remindOfPayment(app: App, tx: Tx, row: AgreementRow, party: PartyRow): Promise<boolean> {
  const owed = may.pay(row.state) ? owedBy(row, party) : []
  if (owed.length === 0 || party.email === null || (await onFile(tx, party.person_id))) {
    await partyStore.update(tx, party.id, { next_payment_reminder_at: null })
    return false
  }
  const payment_reminders = party.payment_reminders + 1
  await partyStore.update(tx, party.id, { payment_reminders })
  await setReminder(app, tx, row, { ...party, payment_reminders })
  const { until } = await timeFrom(app, tx, row)
  const words = paymentWords(row.language)
  const when = momentIn(row.language, until, await zoneOf(tx, row.production_id), { year: true })
  const one = letter(app, {
    row,
    party,
    key: `agreement-payment-reminder:${party.id}:${payment_reminders}`,
    words: words.remind(row.title, owed),
    link: await linkOf(app, tx, row, party),
    notes: [words.call, words.until(when)],
  })
  await post(app, tx, one)
  await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
  return true
}

/** The office asks for tax form and bank details after all, or no longer; what has come stays. */
export const setAsked = (
  app: App,
  { scope, actor, id, expected, asks }: Change & { asks: boolean },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (!isDeal(before.kind)) throw refuseState(before, `${before.number} is no deal; nobody is paid by it.`)
    if (!may.pay(before.state)) throw refuseState(before, `${before.number} is not out to be signed, nor signed.`)
    if (!asks) await stopAsking(app, tx, before)
    await store.update(tx, id, { asks_payment: asks })
    const row = { ...before, asks_payment: asks }
    if (asks) for (const party of await partyStore.of(tx, [id])) await beginToAsk(app, tx, row, party.id)
    return settle(app, tx, { scope, actor }, { verb: 'agreement.payment_asked', id, before })
  })
