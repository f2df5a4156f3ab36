import { normaliseWords } from './words.rules.ts'
import type { CandidateState, ReviewerMark } from './candidate.contract.ts'

/**
 * The same person sending twice has the same key. Name and address together: two children of one family share the
 * address and are two.
 */
export const mergeKeyOf = (name: string, email: string | null): string | null =>
  email === null || email.trim() === '' ? null : `${email.trim().toLowerCase()} ${normaliseWords(name)}`

/** Not in the running any more. */
export const OUT: readonly CandidateState[] = ['released', 'declined', 'conflict']
export const isOut = (state: CandidateState): boolean => OUT.includes(state)

/** Held, offered or booked: somebody who may not be erased or released in passing. */
export const COMMITTED: readonly CandidateState[] = ['on_hold', 'offered', 'booked']
export const isCommitted = (state: CandidateState): boolean => COMMITTED.includes(state)

const order: readonly CandidateState[] = [
  'submitted',
  'viewed',
  'shortlisted',
  'auditioned',
  'callback',
  'pinned',
  'on_avail',
  'on_hold',
  'offered',
  'booked',
]

/** What happened moves a candidate on, never back, and never in again once they are out. */
export const candidateMovedOn = (now: CandidateState, to: CandidateState): CandidateState =>
  !isOut(now) && order.indexOf(to) > order.indexOf(now) ? to : now

/** A mark is as good as having looked, and a yes is the shortlist. */
export const stateAfterMark = (now: CandidateState, mark: 'yes' | 'maybe' | 'no' | null): CandidateState =>
  candidateMovedOn(now, mark === 'yes' || mark === 'maybe' ? 'shortlisted' : 'viewed')

/** What reviewers say together: one yes and no no is a yes, and so on; null before anybody has marked. */
export function verdictOf(marks: readonly Pick<ReviewerMark, 'mark'>[]): 'yes' | 'maybe' | 'no' | 'split' | null {
  const said = new Set(marks.flatMap(({ mark }) => mark ?? []))
  if (said.size === 0) return null
  if (said.has('yes') && said.has('no')) return 'split'
  return said.has('yes') ? 'yes' : said.has('maybe') ? 'maybe' : 'no'
}

/** The day a submission is erased unless it is successful or the talent agreed to stay. */
export const eraseOn = (consentedOn: string, retentionMonths: number): string =>
  Temporal.PlainDate.from(consentedOn).add({ months: retentionMonths }).toString()

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** `NORA_Group_0930_`: what the recordings of several people seen together at one time begin with. */
export const groupTapeStart = (role: string, minute: number): string =>
  `${plain(role).toUpperCase()}_Group_${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}_`

/**
 * `NORA_Reyes_Maria_2.mp4`: role, last name, first name, take. Only letters that every disk takes.
 */
export function tapeName(role: string, name: string, take: number, extension: string): string {
  const parts = name.trim().split(/\s+/)
  const [first, last] = [parts.slice(0, -1).join(' '), parts.at(-1) ?? '']
  return (
    [plain(role).toUpperCase(), plain(last), plain(first), String(take)].filter((it) => it !== '').join('_') + extension
  )
}
