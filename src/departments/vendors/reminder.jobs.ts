import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { job, work } from '../../platform/jobs.ts'
import { write } from './invite.actions.ts'
import * as store from './proposal.store.ts'
import { reminderDue } from './reminder.rules.ts'
import * as rules from './rule.store.ts'

const round = job('vendors.reminders', z.object({}), { tries: 3, timeoutSeconds: 300, every: '23 * * * *' })

/** Every hour: asks again whoever has not answered their invitation. Versions decide, so two rounds write once. */
export async function remindInvited(app: App): Promise<void> {
  const now = app.clock.now()
  const { invitationReminderDays } = await rules.rules(app.db)
  for (const row of await store.unanswered(app.db, now)) {
    const due = reminderDue({ ...row, sentAt: row.sent_at }, invitationReminderDays, now)
    if (due === undefined) continue
    await app.transaction(async (tx) => {
      const change = { reminders: due, reminded_at: now.toString() }
      if (row.link_id === null || !(await store.update(tx, row.id, row.version, change))) return
      const to = { name: row.vendorName, address: row.to_address }
      await write(app, tx, { linkId: row.link_id, to, locale: row.locale, round: 0, reminder: due }, [])
      await app.announce(tx, { department: 'vendors', productionId: null, ids: [row.vendor_id] })
    })
  }
}

export const reminderJobs = [work(round, (_, app) => remindInvited(app))]
