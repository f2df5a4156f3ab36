import type { Standing } from '../../../ui/Status.tsx'
import { formatInstantTime } from '../../../ui/dates.ts'
import { plural } from '../../../ui/words.ts'
import { awaitsAnswer, needsYou } from '../notice.rules.ts'
import type { Desk, Leaving, NoticeLine } from '../distribution.contract.ts'
import type { NoticeState } from '../notice.rules.ts'

/** A state as the desk says it: shape, word. */
export const stateWords: Record<NoticeState, { is: Standing; word: string }> = {
  unsent: { is: 'waiting', word: 'Not sent' },
  queued: { is: 'half', word: 'About to leave' },
  sent: { is: 'half', word: 'Sent' },
  delivered: { is: 'waiting', word: 'Delivered, not opened' },
  deferred: { is: 'attention', word: 'Not through yet' },
  opened: { is: 'seen', word: 'Opened, not confirmed' },
  confirmed: { is: 'go', word: 'Confirmed' },
  problem: { is: 'stop', word: 'Problem' },
  bounced: { is: 'stop', word: 'Bounced' },
  blocked: { is: 'stop', word: 'Refused by their server' },
  spam: { is: 'stop', word: 'Taken for spam' },
  dropped: { is: 'stop', word: 'Did not get through' },
}

/** What a person who needs no answer is shown as. */
export function standingWords(line: NoticeLine): { is: Standing; word: string } {
  const said = stateWords[line.state]
  if (line.task === 'release')
    return {
      ...said,
      word: line.state === 'confirmed' ? 'Knows, not called' : `Not called: ${said.word.toLowerCase()}`,
    }
  if (line.state === 'opened' && !line.asks) return { is: 'seen', word: 'Opened' }
  return said
}

export const reasonWords: Record<string, string> = {
  time: 'The time',
  transport: 'Getting there',
  place: 'The place',
  health: 'Health',
  other: 'Something else',
}

const rungs = { reminder: 'Reminder', second: 'Reminder', phone_list: 'Phone list', replace: 'Replace' } as const

/** The next rung of the ladder: `Reminder 21:00`, `Phone list 21:30`. */
export function nextWords(line: NoticeLine, zone: string): string {
  if (line.phoneDue) return 'Call now'
  return line.next === null ? '' : `${rungs[line.next.step]} ${formatInstantTime(line.next.at, zone)}`
}

/** `Sending to 12 people by e-mail`, `Re-sending to 5 people by text message`. */
export function leavingWords({ kind, channel, names }: Leaving): string {
  const verb = { issue: 'Sending', reminder: 'Re-sending', correction: 'Sending', addition: 'Sending' }[kind]
  return `${verb} to ${plural(names.length, 'person', 'people')} by ${channel === 'sms' ? 'text message' : 'e-mail'}`
}

const lists = { cast: 'Cast and reps', client: 'Client and agency', vendor: 'Vendors' } as const

/** The list a person's copy belongs to. */
export const listOf = (line: NoticeLine): string => lists[line.copy as keyof typeof lists] ?? 'Crew'

/** What comes first, so that nobody has to look for it. */
export function groupOf(line: NoticeLine): string {
  if (needsYou(line)) return 'Need you'
  if (awaitsAnswer(line)) return 'Not confirmed'
  return line.state === 'confirmed' ? 'Confirmed' : 'No answer needed'
}

const order = ['Need you', 'Not confirmed', 'Confirmed', 'No answer needed']

/** Whoever is still to answer by their call, the earliest first; those who have, the newest first. */
export const byNeed = (a: NoticeLine, b: NoticeLine): number =>
  order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)) ||
  (a.state === 'confirmed' ? b.stateAt.localeCompare(a.stateAt) : 0)

/** The parts of the bar at the top. */
export const meterOf = ({ counts, people }: Desk) => {
  const opened = people.filter((it) => awaitsAnswer(it) && it.openedAt !== null).length
  return [
    { is: 'go' as const, count: counts.confirmed, label: 'confirmed' },
    { is: 'attention' as const, count: opened, label: 'opened, not confirmed' },
    { is: 'waiting' as const, count: counts.notConfirmed - opened, label: 'not opened' },
    { is: 'stop' as const, count: counts.problem + counts.bounced, label: 'need you' },
  ]
}
