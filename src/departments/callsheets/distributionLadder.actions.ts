import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Channel } from '../../platform/mail/mail.table.ts'
import { standingOf, rungsOf } from './distributionDesk.actions.ts'
import { dispatch } from './distributionDispatch.actions.ts'
import { dueRung, isQuiet } from './distributionLadder.rules.ts'
import type { LadderStep } from './distributionLadder.rules.ts'
import { awaitsAnswer } from './notice.rules.ts'
import { threadOf } from './notice.actions.ts'
import * as store from './notice.store.ts'
import type { Ladder } from './sheetRule.contract.ts'
import { ladderOf } from './sheetRule.store.ts'
import type { Notice } from './notice.table.ts'

interface Due {
  notice: Notice
  step: LadderStep
}

/**
 * Takes the rungs that are due: reminders leave by themselves, the second by text message where a provider is set up;
 * the phone list and the hour of replacing are for people, and show on the desk. Safe to run twice.
 * @returns how many people were written to
 */
export const climb = (app: App): Promise<number> =>
  app.transaction(async (tx) => {
    const now = app.clock.now()
    const silent = (await store.lockSilent(tx, now)).filter((it) => awaitsAnswer(standingOf(it)))
    const ladder = await ladderOf(tx)
    const due = silent.flatMap((notice): Due[] => {
      const rung = dueRung(rungsOf(notice, ladder), now, new Set(notice.rungs))
      return rung === null ? [] : [{ notice, step: rung.step }]
    })
    let written = 0
    for (const group of Map.groupBy(due, keyOf).values()) written += await take(app, tx, group, { now, ladder })
    return written
  })

const keyOf = ({ notice, step }: Due): string => `${notice.production_id} ${notice.on_date} ${notice.unit} ${step}`

async function take(
  app: App,
  tx: Tx,
  group: Due[],
  { now, ladder }: { now: Temporal.Instant; ladder: Ladder },
): Promise<number> {
  const [{ notice: first, step }] = group as [Due]
  const writes = step === 'reminder' || step === 'second'
  if (writes && isQuiet(now, first.personal.timeZone, ladder)) return 0
  for (const { notice } of group) await store.update(tx, notice.id, { rungs: [...notice.rungs, step] })
  if (!writes) {
    await app.announce(tx, { department: 'callsheets', productionId: first.production_id, ids: [first.call_sheet_id] })
    return 0
  }
  const scope = systemScope(first.production_id, 'The office, by itself')
  const byText = (notice: Notice) => step === 'second' && app.settings.sms !== undefined && notice.phone !== null
  const notices = group.map((it) => it.notice)
  const batches: [Channel, Notice[]][] = [
    ['sms', notices.filter(byText)],
    ['email', notices.filter((it) => !byText(it))],
  ]
  for (const [channel, people] of batches)
    await dispatch(tx, app, scope, {
      kind: 'reminder',
      thread: threadOf(first),
      notices: people,
      leavesAt: now,
      channel,
      byItself: true,
    })
  await app.announce(tx, { department: 'callsheets', productionId: first.production_id, ids: [first.call_sheet_id] })
  return notices.length
}
