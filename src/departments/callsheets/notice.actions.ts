import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { dialled } from '../../platform/mail/index.ts'
import type { MailChanged } from '../../platform/mail/index.ts'
import { ABOUT_NOTICE, isUndelivered, nextState } from './notice.rules.ts'
import type { NoticeHappening, NoticeState } from './notice.rules.ts'
import * as store from './notice.store.ts'
import type { Notice, NoticeEvent } from './notice.table.ts'

declare module '../../platform/events.ts' {
  interface Events {
    /** Somebody confirmed, or has a problem: for those who asked to be told. */
    'callsheets.answered': { notice: Notice; kind: 'confirmed' | 'problem' }
  }
}

interface Happening {
  what: NoticeHappening
  channel: NoticeEvent['channel']
  text?: string
  byName?: string | null
  /** The word on the timeline, where it is not the happening itself. */
  kind?: string
  problem?: Notice['problem']
}

/**
 * Lets something happen to a notice, with its trail. Newer versions that carry its answer on change with it: whoever says
 * yes while the next version waits in its undo window has said yes to both, as long as nothing of theirs differs.
 * @returns the notice as it is now
 */
export async function happen(app: App, tx: Tx, notice: Notice, it: Happening): Promise<Notice> {
  const at = app.clock.now()
  const changed = await apply(tx, notice, it, at)
  for (const carrier of await carriersOf(tx, notice.id)) await apply(tx, carrier, it, at)
  await store.addEvents(tx, [
    {
      id: app.ids.next<string>(),
      production_id: notice.production_id,
      notice_id: notice.id,
      at: at.toString(),
      kind: it.kind ?? it.what,
      channel: it.channel,
      text: it.text ?? '',
      by_name: it.byName ?? null,
    },
  ])
  await app.announce(tx, {
    department: 'callsheets',
    productionId: notice.production_id,
    ids: [notice.call_sheet_id, notice.id],
  })
  const { state } = changed
  if ((state === 'confirmed' || state === 'problem') && state !== notice.state)
    await app.emit(tx, 'callsheets.answered', { notice: changed, kind: state })
  return changed
}

function apply(tx: Tx, notice: Notice, it: Happening, at: Temporal.Instant): Promise<Notice> {
  const state = nextState(notice.state, it.what)
  return store.update(tx, notice.id, {
    state,
    ...(state !== notice.state && { state_at: at.toString() }),
    ...marksOf(notice, it, at),
    ...(it.problem !== undefined && { problem: it.problem === null ? null : JSON.stringify(it.problem) }),
  })
}

/** The newer versions that carry a notice's answer on, and those that carry theirs. */
async function carriersOf(tx: Tx, id: string): Promise<Notice[]> {
  const carriers = await store.successorsOf(tx, id)
  for (let i = 0; i < carriers.length; i++) carriers.push(...(await store.successorsOf(tx, carriers[i]!.id)))
  return carriers
}

function marksOf(notice: Notice, { what, channel, text }: Happening, at: Temporal.Instant) {
  const now = at.toString()
  const left = what === 'sent' || what === 'delivered' || what === 'deferred' || isUndelivered(what as NoticeState)
  // What somebody said on the telephone proves nothing of the letter; an answer to a text message proves that it came.
  const answered = what === 'confirmed' || what === 'problem'
  const arrived = what === 'delivered' || (answered && channel === 'sms')
  const opened = what === 'opened' || (answered && channel === 'link')
  return {
    ...(left && notice.left_at === null && { left_at: now }),
    ...(arrived && notice.delivered_at === null && { delivered_at: now }),
    ...(opened && notice.opened_at === null && { opened_at: now }),
    ...(what === 'confirmed' && { confirmed_at: now }),
    ...(what === 'problem' && { confirmed_at: null }),
    ...(left && { mail_reply: text ?? null }),
  }
}

const mailHappenings: Partial<Record<MailChanged['state'], NoticeHappening>> = {
  unsent: 'undone',
  sent: 'sent',
  delivered: 'delivered',
  deferred: 'deferred',
  bounced: 'bounced',
  blocked: 'blocked',
  spam: 'spam',
  dropped: 'dropped',
}

/** News from the mail room, for the notice the message was about and for the newer versions that carry it on. */
export async function hearMail(app: App, tx: Tx, news: MailChanged): Promise<void> {
  if (news.about.kind !== ABOUT_NOTICE) return
  const what = mailHappenings[news.state]
  if (what === undefined) return
  const notice = await store.lock(tx, news.about.id)
  // News of an address that has been corrected since says nothing about the one that counts.
  if (notice === undefined || news.address !== reachedAt(notice, news.channel)) return
  await happen(app, tx, notice, {
    what,
    channel: news.channel,
    text: news.reply,
    ...(news.state === 'unsent' && { kind: 'kept' }),
  })
}

const reachedAt = (notice: Notice, channel: MailChanged['channel']): string | undefined =>
  channel === 'sms' ? (notice.phone === null ? undefined : dialled(notice.phone)) : notice.email?.trim()

const yes = /^\s*(y|yes|c|ok|j|ja|confirm(ed)?)\s*[.!]*\s*$/i

/** An answer by text message: yes confirms, everything else is for a person to read. */
export async function hearReply(
  app: App,
  tx: Tx,
  reply: { about: { kind: string; id: string }; text: string },
): Promise<void> {
  if (reply.about.kind !== ABOUT_NOTICE) return
  const notice = await store.lock(tx, reply.about.id)
  if (notice === undefined) return
  const text = reply.text.trim()
  if (yes.test(text)) {
    if (notice.state !== 'confirmed')
      await happen(app, tx, notice, { what: 'confirmed', channel: 'sms', text: callOf(notice) })
    return
  }
  const problem = { reason: 'other', text, at: app.clock.now().toString(), seenAt: null, answer: null }
  await happen(app, tx, notice, { what: 'problem', channel: 'sms', text, problem })
}

/** What was agreed, for the timeline: `06:10`, `not called`. */
export const callOf = (notice: Notice): string => (notice.task === 'release' ? 'not called' : notice.personal.callText)

/** The day and unit a notice belongs to. */
export const threadOf = (notice: Notice): store.Thread => ({ onDate: notice.on_date, unit: notice.unit })
