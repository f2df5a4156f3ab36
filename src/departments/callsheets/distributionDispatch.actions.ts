import type { LinkId, PersonId } from '../../kernel/ids.ts'
import { addDays, instantOf } from '../../kernel/time.ts'
import { actorName, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import type { Letter } from '../../platform/mail/index.ts'
import type { Channel } from '../../platform/mail/mail.table.ts'
import * as productions from '../productions/index.ts'
import type { PersonalView } from './callsheet.view.ts'
import { invitationTo } from './noticeCalendar.ts'
import { messageOf, smsOf } from './noticeMessage.rules.ts'
import type { MessageKind } from './noticeMessage.rules.ts'
import * as store from './notice.store.ts'
import type { DispatchKind, Notice } from './notice.table.ts'
import type { CallSheetId } from './sheet.contract.ts'
import { longDate } from './sheetText.rules.ts'
import { ABOUT_NOTICE, nextState } from './notice.rules.ts'

interface NewDispatch {
  kind: DispatchKind
  thread: store.Thread
  notices: Notice[]
  leavesAt: Temporal.Instant
  /** Undefined: each by the channel its notice names. */
  channel?: Channel
  /** A rung of the ladder that nobody has to take: no undo bar, and said to come from the office. */
  byItself?: boolean
}

interface LinkHolder extends Pick<PersonalView, 'personId' | 'name' | 'onDate' | 'timeZone'> {
  /** By the rules of call sheets, so many days after the day it is for. */
  readonly linkDays: number
}

/** A new personal link to somebody's sheet. */
export async function linkFor(
  tx: Tx,
  app: App,
  scope: ProductionScope,
  callSheetId: CallSheetId,
  { personId, name, onDate, timeZone, linkDays }: LinkHolder,
): Promise<LinkId> {
  const link = await app.links.create(tx, {
    purpose: 'callsheet',
    subject: { kind: 'call_sheet', id: callSheetId },
    productionId: scope.productionId,
    personId: personId as PersonId | null,
    label: `Call sheet ${longDate(onDate)}, ${name}`,
    expiresAt: instantOf(addDays(onDate, linkDays), 0, timeZone),
    createdBy: scope.actor,
  })
  return link.id
}

export const linkTo = (app: App, notice: Notice): string =>
  notice.link_id === null ? app.settings.url : `${app.settings.url}/c/${app.links.tokenOf(notice.link_id)}`

/** Puts the messages to these people into the outbox, as one batch that can be called back as one. */
export async function dispatch(tx: Tx, app: App, scope: ProductionScope, what: NewDispatch): Promise<string | null> {
  const id = app.ids.next<string>()
  const writable = what.notices.filter((it) => addressOf(it, what.channel ?? it.channel) !== null)
  if (writable.length === 0) return null
  const { calendarInvitations } = await productions.get(tx, scope)
  const letters = writable.map((notice) => letterTo(app, id, what, notice, calendarInvitations))
  const queued = await queueLetters(app, tx, letters)
  const now = app.clock.now()
  await store.addDispatch(tx, {
    id,
    production_id: scope.productionId,
    on_date: what.thread.onDate,
    unit: what.thread.unit,
    kind: what.kind,
    channel: what.channel ?? writable[0]?.channel ?? 'email',
    at: now.toString(),
    leaves_at: what.leavesAt.toString(),
    by_name: what.byItself ? 'The office, by itself' : actorName(scope.actor),
    names: writable.map((it) => it.name),
    message_ids: queued.map((it) => it.id),
  })
  for (const [state, alike] of Map.groupBy(writable, (notice) => nextState(notice.state, 'queued')))
    await store.updateAll(
      tx,
      alike.map((notice) => notice.id),
      { state, ...(what.channel && { channel: what.channel }) },
    )
  return id
}

/** The office as it signs its mail, under the name of whoever runs this production's sheets. */
function organizerOf(app: App, notice: Notice) {
  const address = /<([^>]+)>/.exec(app.settings.mailFrom)?.[1] ?? app.settings.mailFrom
  return { name: notice.head.office.split(',')[0] || notice.head.title, email: address }
}

const addressOf = (notice: Notice, channel: Channel): string | null => (channel === 'sms' ? notice.phone : notice.email)

function kindFor(what: NewDispatch, notice: Notice): MessageKind {
  if (notice.task === 'release') return 'release'
  if (what.kind === 'reminder') return 'reminder'
  return notice.task === 'tell' && what.kind === 'issue' ? 'tell' : 'ask'
}

function letterTo(app: App, dispatchId: string, what: NewDispatch, notice: Notice, invites: boolean): Letter {
  const channel = what.channel ?? notice.channel
  const kind = kindFor(what, notice)
  const { personal: sheet, changes, head, locale } = notice
  const facts = { kind, sheet, changes, head, link: linkTo(app, notice), locale }
  const message = messageOf(facts)
  return {
    key: `${dispatchId}:${notice.id}`,
    channel,
    to: { name: notice.name, address: addressOf(notice, channel) ?? '' },
    subject: message.subject,
    text: channel === 'sms' ? smsOf(facts) : message.text,
    html: channel === 'sms' ? null : message.html,
    // A reminder changes nothing, and a preliminary sheet asks for nothing yet: neither belongs into a calendar.
    ...(invites && channel === 'email' && kind !== 'reminder' && !notice.head.preliminary
      ? { attachments: [invitationTo(notice, facts.link, organizerOf(app, notice))] }
      : {}),
    about: { kind: ABOUT_NOTICE, id: notice.id },
    productionId: notice.production_id,
    leavesAt: what.leavesAt,
  }
}
