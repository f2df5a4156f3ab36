import { dayAt, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import * as productions from '../productions/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { isOver } from './envelope.rules.ts'
import { happened, newsOf } from './history.actions.ts'
import { remindOfPayment, stopAsking } from './paymentAsk.actions.ts'
import { remindOne } from './remind.actions.ts'
import { sealAgreement } from './seal.job.ts'

/** A seal is given this long before it counts as forgotten. */
const sealMinutes = 5

/**
 * What time alone does: papers run out, reminders fall due, seals a worker died over are asked for again. Each paper is a
 * transaction of its own, so that one in trouble holds up no other. Safe to run as often as one likes.
 */
export async function sweep(app: App): Promise<void> {
  const now = app.clock.now()
  // The day begins first where clocks are furthest ahead; whether it has where the production works is asked below.
  const earliest = dayAt(now, 'Pacific/Kiritimati' as ZoneName)
  const candidates = await store.overdue(app.db, now, earliest)
  const zones = await productions.zonesOf(app.db, [...new Set(candidates.map((it) => it.production_id))])
  for (const { id, production_id } of candidates)
    await expire(app, id, dayAt(now, zones.get(production_id) ?? ('UTC' as ZoneName)))
  for (const id of await partyStore.withDueReminders(app.db, now, 'next_reminder_at')) await remindDue(app, id)
  for (const id of await partyStore.withDueReminders(app.db, now, 'next_payment_reminder_at'))
    await remindPayment(app, id)
  const forgotten = await store.unsealed(app.db, now.subtract({ minutes: sealMinutes }))
  await app.transaction(async (tx) => {
    for (const { id } of forgotten) await app.jobs.send(tx, sealAgreement, { agreementId: id })
  })
}

const expire = (app: App, id: AgreementId, today: PlainDay): Promise<void> =>
  app.transaction(async (tx) => {
    const row = await store.lockFree(tx, id)
    if (row === undefined || !isOver(row, app.clock.now(), today)) return
    const wasSigned = row.state === 'executed'
    await store.update(tx, row.id, { state: 'expired', ended_at: app.clock.now().toString() })
    await partyStore.stopReminders(tx, row.id)
    await stopAsking(app, tx, row)
    await happened(app, tx, row.id, {
      what: 'expired',
      text: wasSigned ? 'Its time has run out' : 'The time to sign has run out',
    })
    if (!wasSigned) await app.emit(tx, 'agreements.failed', { ...newsOf(row), how: 'expired' })
    await app.announce(tx, { department: 'agreements', productionId: row.production_id, ids: [row.id] })
  })

/** The paper is locked before its parties, as everybody does who signs. */
const remindDue = (app: App, id: AgreementId): Promise<void> =>
  app.transaction(async (tx) => {
    const row: AgreementRow | undefined = await store.lockFree(tx, id)
    if (row === undefined) return
    for (const party of await partyStore.dueReminders(tx, id, app.clock.now(), 'next_reminder_at')) {
      if (row.state === 'pending' && party.state !== 'done') await remindOne(app, tx, row, party)
      else await partyStore.update(tx, party.id, { next_reminder_at: null })
    }
  })

const remindPayment = (app: App, id: AgreementId): Promise<void> =>
  app.transaction(async (tx) => {
    const row = await store.lockFree(tx, id)
    if (row === undefined) return
    for (const party of await partyStore.dueReminders(tx, id, app.clock.now(), 'next_payment_reminder_at'))
      await remindOfPayment(app, tx, row, party)
  })
