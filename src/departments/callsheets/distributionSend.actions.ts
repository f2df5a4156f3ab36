import { NotFound, Problem } from '../../kernel/problems.ts'
import { actorName, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { sendLettersNow, withdrawLetters, undoUntil } from '../../platform/mail/index.ts'
import { HasLeft, NobodyToTell } from './distribution.contract.ts'
import type { Desk } from './distribution.contract.ts'
import { desk, leavingIds, standingOf, threadOfSheet } from './distributionDesk.actions.ts'
import { dispatch } from './distributionDispatch.actions.ts'
import { happen } from './notice.actions.ts'
import { awaitsAnswer } from './notice.rules.ts'
import * as store from './notice.store.ts'
import type { Dispatch, Notice } from './notice.table.ts'
import type { CallSheetId } from './sheet.contract.ts'

interface Asked {
  scope: ProductionScope
  id: CallSheetId
}

async function findDispatch(tx: Tx, { scope, id }: Asked, dispatchId: string): Promise<Dispatch> {
  const all = await store.dispatchesOf(tx, scope, await threadOfSheet(tx, scope, id))
  const found = all.find((it) => it.id === dispatchId)
  if (found === undefined) throw new Problem(NotFound, {}, 'Nothing was sent under this number.')
  return found
}

const leftAlready = () =>
  new Problem(HasLeft, {}, 'It left in the meantime. Issue a corrected version, or call the people it reached.')

/** Calls messages back while their window runs. What their links showed before, they show again. */
export const undo = (app: App, { dispatchId, ...asked }: Asked & { dispatchId: string }): Promise<Desk> =>
  app.transaction(async (tx) => {
    const found = await findDispatch(tx, asked, dispatchId)
    const stayed = await withdrawLetters(app, tx, { ids: found.message_ids })
    if (stayed.length === 0) throw leftAlready()
    await store.updateDispatch(tx, found.id, { undone_at: app.clock.now().toString() })
    for (const { id } of await store.aboutLetters(tx, stayed)) {
      const notice = await store.lock(tx, id)
      if (notice === undefined) continue
      await happen(app, tx, notice, { what: 'undone', channel: found.channel, byName: actorName(asked.scope.actor) })
      if (found.kind === 'issue') await store.update(tx, notice.id, { visible_from: null })
    }
    await recorded(app, tx, asked, 'callsheet.sending_undone', found.names)
    return desk(app, tx, asked.scope, asked.id)
  })

/** Ends the undo window. */
export const now = (app: App, { dispatchId, ...asked }: Asked & { dispatchId: string }): Promise<Desk> =>
  app.transaction(async (tx) => {
    const found = await findDispatch(tx, asked, dispatchId)
    if (found.undone_at !== null) throw new Problem(HasLeft, {}, 'It was called back. Send it again from the list.')
    const leaving = await sendLettersNow(app, tx, { ids: found.message_ids })
    if (leaving.length === 0) throw leftAlready()
    const at = app.clock.now().toString()
    await store.updateDispatch(tx, found.id, { leaves_at: at })
    if (found.kind === 'issue') await store.updateAll(tx, await shownIds(tx, asked), { visible_from: at })
    await recorded(app, tx, asked, 'callsheet.sent_now', found.names)
    return desk(app, tx, asked.scope, asked.id)
  })

/** Notices of the version that leaves, but for those that were called back. */
async function shownIds(tx: Tx, { scope, id }: Asked): Promise<string[]> {
  const current = await store.currentOf(tx, scope, await threadOfSheet(tx, scope, id))
  return current.filter((notice) => notice.visible_from !== null).map((notice) => notice.id)
}

interface Again extends Asked {
  channel: 'email' | 'sms'
  noticeIds?: readonly string[] | undefined
}

/** Writes again to those who have not confirmed this version: all of them, or those chosen. */
export const again = (app: App, { channel, noticeIds, ...asked }: Again): Promise<Desk> =>
  app.transaction(async (tx) => {
    const thread = await threadOfSheet(tx, asked.scope, asked.id)
    await store.lockCurrent(tx, asked.scope, thread)
    const chosen = noticeIds && new Set(noticeIds)
    const leaving = await leavingIds(tx, asked.scope, thread, app.clock.now())
    const silent = (await store.currentOf(tx, asked.scope, thread)).filter(
      (it) =>
        (chosen === undefined || chosen.has(it.id)) &&
        awaitsAnswer(standingOf(it)) &&
        !isOnItsWay(it) &&
        !leaving.has(it.id),
    )
    const writable = silent.filter((it) => (channel === 'sms' ? it.phone : it.email) !== null)
    if (writable.length === 0) throw new Problem(NobodyToTell, {}, nobody(silent, channel))
    const leavesAt = await undoUntil(app, tx)
    await reveal(tx, writable, leavesAt)
    const kind = writable.every((it) => it.left_at === null && it.state === 'unsent') ? 'issue' : 'reminder'
    await dispatch(tx, app, asked.scope, { kind, thread, notices: writable, leavesAt, channel })
    await recorded(
      app,
      tx,
      asked,
      'callsheet.sent_again',
      writable.map((it) => it.name),
    )
    return desk(app, tx, asked.scope, asked.id)
  })

/** A message to them waits for its undo window or for another try: a second one would only double it. */
const isOnItsWay = ({ state }: Notice): boolean => state === 'queued' || state === 'deferred'

/** What was called back is shown again when it leaves after all. */
const reveal = (tx: Tx, notices: readonly Notice[], at: Temporal.Instant): Promise<void> =>
  store.updateAll(
    tx,
    notices.filter((notice) => notice.visible_from === null).map((notice) => notice.id),
    { visible_from: at.toString() },
  )

const nobody = (silent: readonly Notice[], channel: 'email' | 'sms'): string =>
  silent.length === 0
    ? 'Everybody who can be reached has answered.'
    : channel === 'sms'
      ? 'None of them has a mobile number on file.'
      : 'None of them has an e-mail address on file.'

export async function recorded(
  app: App,
  tx: Tx,
  { scope, id }: Asked,
  verb: string,
  names: readonly string[],
): Promise<void> {
  const { productionId } = scope
  await app.audit.record(tx, scope.actor, verb, {
    subject: { kind: 'callsheet', id, label: 'Distribution' },
    productionId,
    after: { names },
  })
  await app.announce(tx, { department: 'callsheets', productionId, ids: [id] })
}
