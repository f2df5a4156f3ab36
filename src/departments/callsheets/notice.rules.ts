import { z } from 'zod'
import type { DayMinute } from '../../kernel/time.ts'

/**
 * How far one person's sheet has come, in the words the whole office uses. *Opened* is the personal link visited;
 * only *confirmed* ends the follow-up, and a *problem* never counts as confirmed.
 */
export const NoticeState = z.enum([
  'unsent',
  'queued',
  'sent',
  'delivered',
  'deferred',
  'opened',
  'confirmed',
  'problem',
  'bounced',
  'blocked',
  'spam',
  'dropped',
])
export type NoticeState = z.infer<typeof NoticeState>

/** What the mail room knows a message about a notice by. */
export const ABOUT_NOTICE = 'call_sheet_notice'

/** What can happen to a notice. The first nine come from the mail room, the others from people. */
export type NoticeHappening =
  | 'queued'
  | 'undone'
  | 'sent'
  | 'delivered'
  | 'deferred'
  | 'bounced'
  | 'blocked'
  | 'spam'
  | 'dropped'
  | 'opened'
  | 'confirmed'
  | 'problem'
  | 'taken_back'
  | 'corrected'

const answered: readonly NoticeState[] = ['confirmed', 'problem']
const undelivered: readonly NoticeState[] = ['bounced', 'blocked', 'spam', 'dropped']

const hasAnswered = (state: NoticeState): boolean => answered.includes(state)
export const isUndelivered = (state: NoticeState): boolean => undelivered.includes(state)

/**
 * The state after something happened. News from the mail room never undoes what the person did: a reminder that is
 * delivered to somebody who has opened the page leaves them *opened*, and a late bounce cannot unconfirm.
 *
 * @example nextState('opened', 'delivered') // 'opened'
 */
export function nextState(current: NoticeState, happening: NoticeHappening): NoticeState {
  switch (happening) {
    case 'confirmed':
    case 'problem':
      return happening
    case 'taken_back':
      return current === 'problem' ? 'opened' : current
    case 'opened':
      return hasAnswered(current) ? current : 'opened'
    case 'corrected':
      return hasAnswered(current) ? current : 'queued'
    case 'undone':
      return current === 'queued' ? 'unsent' : current
    case 'queued':
      return current === 'unsent' || isUndelivered(current) ? 'queued' : current
    default:
      return hasAnswered(current) || current === 'opened' ? current : afterMail(current, happening)
  }
}

function afterMail(current: NoticeState, news: NoticeState): NoticeState {
  if (news === 'sent' || news === 'deferred') return current === 'delivered' ? current : news
  return news
}

/** What the desk needs to know of one person to count and to sort. */
export interface NoticeStanding {
  name: string
  /** False for a preliminary sheet and for people who are only told. */
  asks: boolean
  state: NoticeState
  call: DayMinute | null
  hasLeft: boolean
  wasDelivered: boolean
  wasOpened: boolean
}

interface NoticeCounts {
  people: number
  sent: number
  delivered: number
  opened: number
  confirmed: number
  problem: number
  bounced: number
  notConfirmed: number
}

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length

/** Sent, delivered and opened include those who went further; confirmed, problem, bounced and not confirmed add up to all who are asked. */
export function countsOf(notices: readonly NoticeStanding[]): NoticeCounts {
  return {
    people: notices.length,
    sent: count(notices, (it) => it.hasLeft),
    delivered: count(notices, (it) => it.wasDelivered && !isUndelivered(it.state)),
    opened: count(notices, (it) => it.wasOpened),
    confirmed: count(notices, (it) => it.state === 'confirmed'),
    problem: count(notices, (it) => it.state === 'problem'),
    bounced: count(notices, (it) => isUndelivered(it.state)),
    notConfirmed: count(notices, awaitsAnswer),
  }
}

/** Silent so far, and reachable: whom a reminder is for. Problems and bounces need a person, not a reminder. */
export const awaitsAnswer = (notice: Pick<NoticeStanding, 'asks' | 'state'>): boolean =>
  notice.asks && !hasAnswered(notice.state) && !isUndelivered(notice.state)

/** They need an answer or another way to reach them, which only a person can find. */
export const needsYou = ({ state }: Pick<NoticeStanding, 'state'>): boolean =>
  state === 'problem' || isUndelivered(state)

/** Earliest call first; people without a time come last. */
export const byCall = (a: NoticeStanding, b: NoticeStanding): number =>
  (a.call ?? Infinity) - (b.call ?? Infinity) || a.name.localeCompare(b.name)

export const earliestCall = (notices: readonly NoticeStanding[]): DayMinute | null =>
  notices.reduce<DayMinute | null>(
    (first, { call }) => (call === null ? first : first === null ? call : Math.min(first, call)),
    null,
  )
