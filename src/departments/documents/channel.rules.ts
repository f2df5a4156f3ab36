import type { Channel } from './access.contract.ts'

const grades: readonly Channel[] = ['attachment', 'personal_link', 'protected_link']

/** The ways a class may leave by: its lowest grade and every safer one; none for `nobody`. */
export const allowedChannels = (lowest: Channel | 'nobody'): Channel[] =>
  lowest === 'nobody' ? [] : grades.slice(grades.indexOf(lowest))

interface Wish {
  readonly channel: Channel
  readonly hasPassword: boolean
  readonly hasAddress: boolean
  readonly mayDownload: boolean
}

interface ClassRule {
  readonly name: string
  readonly lowestChannel: Channel | 'nobody'
  readonly mayDownload: boolean
}

/** Everything that forbids this way of sharing, field by field. */
export function faultsOf(wish: Wish, rule: ClassRule): { pointer: string; message: string }[] {
  return [
    ...(wish.channel === 'protected_link' && !wish.hasPassword
      ? [{ pointer: '/password', message: 'A protected link needs a password. Tell it to them by another way.' }]
      : []),
    ...(wish.channel === 'attachment' && !wish.hasAddress
      ? [{ pointer: '/holderEmail', message: 'An attachment needs an address to go to.' }]
      : []),
    ...(wish.mayDownload && !rule.mayDownload
      ? [{ pointer: '/mayDownload', message: `“${rule.name}” is for looking only; its files are not handed out.` }]
      : []),
  ]
}

/** What the holder still owes before a shared document opens. */
export type Gate = 'password' | 'terms' | 'open'

export const gateOf = (it: {
  hasPassword: boolean
  isInSession: boolean
  needsTerms: boolean
  hasAgreed: boolean
}): Gate => (it.hasPassword && !it.isInSession ? 'password' : it.needsTerms && !it.hasAgreed ? 'terms' : 'open')

/** After this many wrong passwords within an hour a link waits. */
export const MOST_WRONG = 8
