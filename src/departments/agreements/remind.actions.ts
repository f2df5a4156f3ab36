import { momentIn } from '../../kernel/locale.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { may, nextReminder, turnNow } from './envelope.rules.ts'
import { happened } from './history.actions.ts'
import { holdsUp } from './kinds.rules.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import { owedBy } from './payment.rules.ts'
import { remindOfPayment } from './paymentAsk.actions.ts'
import { find } from './reading.actions.ts'
import { linkOf, zoneOf } from './partyLink.actions.ts'
import * as templates from './template.store.ts'
import type { Write } from './writing.actions.ts'

/** One reminder to one party, and when the next one would leave. */
export async function remindOne(app: App, tx: Tx, row: AgreementRow, party: PartyRow): Promise<void> {
  const ladder = await templates.ladderOf(tx, row.kind)
  const now = app.clock.now()
  const reminders = party.reminders + 1
  const signBy = row.sign_by ?? now
  const say = letterWords[row.language]
  await partyStore.update(tx, party.id, {
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
      notes: [say.until(momentIn(row.language, signBy, await zoneOf(tx, row.production_id), { year: true }))],
    }),
  )
  await happened(app, tx, row.id, {
    what: 'reminded',
    text: `Reminder ${reminders} to ${party.name}`,
    partyId: party.id,
  })
}

const waitedFor = (party: PartyRow, parties: readonly PartyRow[]): boolean =>
  holdsUp(party.role) && party.turn === turnNow(parties) && party.state !== 'done'

const hasAddress = ({ email }: PartyRow): boolean => email !== null && email !== ''

/** Writes again, now, to everybody a paper waits for: to be signed, or to hear how to pay them. */
export const remind = (app: App, { scope, agreementIds }: Write & { agreementIds: readonly AgreementId[] }) =>
  app.transaction(async (tx) => {
    const skipped: { number: string; why: string }[] = []
    let reminded = 0
    // In one order, so that two who remind the same papers wait for each other and never in a ring.
    for (const id of agreementIds.toSorted()) {
      await find(tx, scope, id)
      const row = (await store.lock(tx, id)) as AgreementRow
      const parties = await partyStore.of(tx, [id])
      const signing = row.state === 'pending' ? parties.filter((it) => waitedFor(it, parties)) : []
      const paid = may.pay(row.state) ? parties.filter((it) => owedBy(row, it).length > 0) : []
      let written = 0
      for (const party of signing.filter(hasAddress)) {
        await remindOne(app, tx, row, party)
        written += 1
      }
      for (const party of paid.filter(hasAddress)) if (await remindOfPayment(app, tx, row, party)) written += 1
      if (written === 0)
        skipped.push({
          number: row.number,
          why: [...signing, ...paid].some((it) => !hasAddress(it))
            ? 'nobody it waits for has an e-mail address'
            : 'it waits for nobody',
        })
      reminded += written
    }
    await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [...agreementIds] })
    return { reminded, skipped }
  })
