import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import type { LinkId } from '../../kernel/ids.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { callOf, happen } from './notice.actions.ts'
import { SheetReplaced } from './notice.contract.ts'
import type { OwnStanding, ProblemReason } from './notice.contract.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'

interface Seen {
  scope: LinkScope
  noticeId: string
}

/** What a personal link shows now: the newest version whose undo window has ended. */
const shownNow = (notices: readonly Notice[], now: Temporal.Instant): Notice | undefined =>
  notices.find(({ visible_from: from }) => from !== null && Temporal.Instant.compare(from, now) <= 0)

/** @throws LinkUnusable when nothing has left yet, or all of it was called back */
export async function noticeBehind(app: App, db: Db, linkId: LinkId): Promise<Notice> {
  const shown = shownNow(await store.behindLink(db, linkId), app.clock.now())
  if (shown === undefined)
    throw new Problem(
      LinkUnusable,
      { reason: 'not_yet' },
      'This call sheet has not been sent yet. Ask the production office.',
    )
  return shown
}

const ownStanding = (notice: Notice): OwnStanding => ({
  state: notice.state,
  version: notice.issue_word,
  confirmedAt: notice.state === 'confirmed' ? (notice.confirmed_at?.toString() ?? null) : null,
  problem:
    notice.problem === null || notice.state !== 'problem'
      ? null
      : { reason: notice.problem.reason, text: notice.problem.text, at: notice.problem.at },
})

export const opened = (app: App, { scope }: Seen): Promise<OwnStanding> =>
  app.transaction(async (tx) => {
    const notice = await locked(app, tx, scope)
    await app.links.use(tx, scope.link.linkId)
    return ownStanding(await happen(app, tx, notice, { what: 'opened', channel: 'link' }))
  })

/**
 * Confirms what the person had before their eyes.
 * @throws SheetReplaced when a newer version has changed what they must confirm
 */
export const confirm = (app: App, { scope, noticeId }: Seen): Promise<OwnStanding> =>
  app.transaction(async (tx) => {
    const notice = await locked(app, tx, scope)
    await refuseReplaced(tx, notice, noticeId)
    if (notice.state === 'confirmed') return ownStanding(notice)
    return ownStanding(await happen(app, tx, notice, { what: 'confirmed', channel: 'link', text: callOf(notice) }))
  })

export const report = (
  app: App,
  { scope, reason, text }: Seen & { reason: ProblemReason; text: string },
): Promise<OwnStanding> =>
  app.transaction(async (tx) => {
    const notice = await locked(app, tx, scope)
    const problem = { reason, text, at: app.clock.now().toString(), seenAt: null, answer: null }
    return ownStanding(await happen(app, tx, notice, { what: 'problem', channel: 'link', text, problem }))
  })

export const takeBack = (app: App, { scope }: Seen): Promise<OwnStanding> =>
  app.transaction(async (tx) => {
    const notice = await locked(app, tx, scope)
    if (notice.state !== 'problem') return ownStanding(notice)
    return ownStanding(await happen(app, tx, notice, { what: 'taken_back', channel: 'link', problem: null }))
  })

async function locked(app: App, tx: Tx, scope: LinkScope): Promise<Notice> {
  const { id } = await noticeBehind(app, tx, scope.link.linkId)
  return (await store.lock(tx, id)) as Notice
}

/** Saying yes to an older version is fine as long as nothing of theirs has changed since. */
async function refuseReplaced(tx: Tx, shown: Notice, seenId: string): Promise<void> {
  for (let notice: Notice | undefined = shown; notice;) {
    if (notice.id === seenId) return
    notice = notice.carried_from === null ? undefined : await store.lock(tx, notice.carried_from)
  }
  throw new Problem(
    SheetReplaced,
    { version: shown.issue_word },
    `${shown.issue_word} has replaced the sheet you saw, and something of yours changed. Look at it, then confirm.`,
  )
}

/** Their copy was taken: a mark on the timeline, and as good as having opened the page. */
export const tookPdf = (app: App, notice: Notice): Promise<unknown> =>
  app.transaction(async (tx) => {
    const current = await store.lock(tx, notice.id)
    if (current) await happen(app, tx, current, { what: 'opened', channel: 'link', kind: 'pdf_opened' })
  })
