import { agentHearsFirst } from '../../kernel/representation.ts'
import type { RequestKind, RequestState, Turn } from './request.contract.ts'

/**
 * When somebody who has not answered hears again: the next step before the deadline that is still to come.
 * @param hoursBefore steps in any order, in hours before the end
 * @returns null where nothing is due any more, or there is no end
 */
export function nextReminder(
  dueAt: Temporal.Instant | null,
  now: Temporal.Instant,
  hoursBefore: readonly number[],
): Temporal.Instant | null {
  if (dueAt === null) return null
  const steps = hoursBefore.toSorted((a, b) => b - a).map((hours) => dueAt.subtract({ hours }))
  return steps.find((at) => Temporal.Instant.compare(at, now) > 0) ?? null
}

interface Represented {
  readonly email: string | null
  readonly agentEmail: string | null
  /** By the rule of the directory, as it was taken over with them. */
  readonly agentFirst: boolean
  readonly agentCopied: boolean
}

/** Whose turn it is to hear of somebody put forward. */
export const turnOf = (it: Represented): Turn => {
  const rule = it.agentFirst ? 'agent_first' : it.agentCopied ? 'agent_copied' : 'direct'
  return agentHearsFirst(rule, it) ? 'agent' : 'talent'
}

export const isLate = (it: { state: RequestState; dueAt: Temporal.Instant | null }, now: Temporal.Instant): boolean =>
  it.state === 'asked' && it.dueAt !== null && Temporal.Instant.compare(it.dueAt, now) <= 0

interface Said {
  readonly kind: RequestKind
  readonly turn: Turn
  readonly answer: 'send' | 'no' | 'pass_on'
  readonly text: string | null
  readonly files: number
  /** The talent can be written to, so there is somebody to pass it on to. */
  readonly reachable: boolean
}

/** Why an answer cannot be taken, by field; null where it can. */
export function refusalOf(it: Said): { at: '/fileIds' | '/text' | '/answer'; words: string } | null {
  if (it.answer === 'no') return null
  if (it.answer === 'pass_on') {
    if (it.turn !== 'agent') return { at: '/answer', words: 'Only a representative passes it on.' }
    if (!it.reachable) return { at: '/answer', words: 'We have no address of theirs. Send it from here instead.' }
    return null
  }
  if (it.kind === 'self_tape' && it.files === 0) return { at: '/fileIds', words: 'Add the tape first.' }
  if (it.kind === 'question' && (it.text ?? '') === '') return { at: '/text', words: 'Write your answer.' }
  return null
}
