import type { Channel } from './access.contract.ts'

const grades: readonly Channel[] = ['attachment', 'personal_link', 'protected_link']

/** The ways a class may leave by: its lowest grade and every safer one; none for `nobody`. */
export const allowedChannels = (lowest: Channel | 'nobody'): Channel[] =>
  lowest === 'nobody' ? [] : grades.slice(grades.indexOf(lowest))

interface Wish {
  readonly channel: Channel
  readonly hasPassword: boolean
  readonly needsCode: boolean
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
    ...(wish.channel === 'protected_link' && !wish.hasPassword && !wish.needsCode
      ? [{ pointer: '/password', message: 'A protected link needs a password told another way, or a code by e-mail.' }]
      : []),
    ...(wish.needsCode && !wish.hasAddress
      ? [{ pointer: '/holderEmail', message: 'A code needs an address to go to.' }]
      : []),
    ...(wish.needsCode && wish.channel === 'attachment'
      ? [{ pointer: '/needsCode', message: 'An attachment cannot ask for a code. Share it by a link.' }]
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
export type Gate = 'password' | 'code' | 'terms' | 'open'

/** What a sitting proves: nothing, the password, the address by a code, or all of it and counted as a visit. */
export const stages = ['none', 'inside', 'proved', 'counted'] as const
export type Stage = (typeof stages)[number]

interface Owed {
  readonly stage: Stage
  readonly hasPassword: boolean
  readonly needsCode: boolean
  readonly needsTerms: boolean
  readonly hasAgreed: boolean
}

export function gateOf({ stage, hasPassword, needsCode, needsTerms, hasAgreed }: Owed): Gate {
  if (hasPassword && stage === 'none') return 'password'
  if (needsCode && (stage === 'none' || stage === 'inside')) return 'code'
  return needsTerms && !hasAgreed ? 'terms' : 'open'
}

/** After this many wrong passwords within an hour a link waits. */
export const MOST_WRONG = 8
