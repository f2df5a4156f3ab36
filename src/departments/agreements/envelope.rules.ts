import type { PlainDay } from '../../kernel/time.ts'
import { holdsUp, type AgreementKind, type AgreementState, type PartyRole, type PartyState } from './kinds.rules.ts'
import { missingTexts } from './missing.words.rules.ts'
import type { DealTerms } from './terms.rules.ts'
import type { Missing } from './text.rules.ts'

export interface PartyStanding {
  readonly id: string
  readonly role: PartyRole
  readonly turn: number
  readonly state: PartyState
}

/** Whose turn it is now: everyone of the lowest turn that still holds the paper up. */
export function turnNow(parties: readonly PartyStanding[]): number | undefined {
  const open = parties.filter((it) => holdsUp(it.role) && it.state !== 'done' && it.state !== 'declined')
  return open.length === 0 ? undefined : Math.min(...open.map((it) => it.turn))
}

/** Those who may read now: their turn has come, or they have had it. Everybody, once nothing is open. */
export function mayRead(party: PartyStanding, parties: readonly PartyStanding[]): boolean {
  if (party.role === 'copy') return turnNow(parties) === undefined
  return party.turn <= (turnNow(parties) ?? Infinity)
}

/** Those who get their link now. */
export const dueNow = <P extends PartyStanding>(parties: readonly P[]): P[] => {
  const turn = turnNow(parties)
  if (turn === undefined) return []
  return parties.filter(
    (it) => it.state === 'waiting' && it.role !== 'copy' && (holdsUp(it.role) ? it.turn === turn : it.turn <= turn),
  )
}

export const isComplete = (parties: readonly PartyStanding[]): boolean =>
  parties.some((it) => holdsUp(it.role)) && parties.every((it) => !holdsUp(it.role) || it.state === 'done')

interface Blocker {
  readonly code:
    | 'no_overtime'
    | 'no_rate'
    | 'missing_field'
    | 'template_fault'
    | 'no_address'
    | 'no_signer'
    | 'no_guardian'
    | 'approver_late'
  readonly message: string
}

interface Sending {
  readonly kind: AgreementKind
  readonly terms: DealTerms
  readonly missing: readonly Missing[]
  readonly faults: readonly Missing[]
  readonly parties: readonly (Omit<PartyStanding, 'id' | 'state'> & {
    label: string
    name: string
    email: string | null
  })[]
}

/** Everything that keeps a paper from being sent, in the order somebody would mend it. */
export function blockersToSending({ kind, terms, missing, faults, parties }: Sending): Blocker[] {
  // What the deal lacks is said in words above, once.
  const said = new Set(kind === 'deal_memo' && terms.rateMinor === null ? ['terms.rate'] : [])
  const first = Math.min(...parties.filter((it) => it.role !== 'approver' && holdsUp(it.role)).map((it) => it.turn))
  return [
    ...(kind === 'deal_memo' && terms.rateMinor === null
      ? [{ code: 'no_rate' as const, message: 'The deal memo has no rate. Enter it under Terms.' }]
      : []),
    ...(kind === 'deal_memo' && terms.overtime === null
      ? [
          {
            code: 'no_overtime' as const,
            message: 'The deal memo has no overtime table. Choose one under Terms; “Flat day, no overtime” is one too.',
          },
        ]
      : []),
    ...missingTexts(missing.filter(({ key }) => !said.has(key))).map((message) => ({
      code: 'missing_field' as const,
      message,
    })),
    ...faults.map(({ key, where }) => ({
      code: 'template_fault' as const,
      message: `The template cannot be read at ${where}: ${key}`,
    })),
    ...(parties.some((it) => it.role === 'signer' || it.role === 'in_person' || it.role === 'guardian')
      ? []
      : [{ code: 'no_signer' as const, message: 'Nobody signs it. Add a signer.' }]),
    ...(kind === 'minor_release' && !parties.some((it) => it.role === 'guardian')
      ? [{ code: 'no_guardian' as const, message: 'A guardian has to sign for a minor. Add the guardian.' }]
      : []),
    ...parties
      .filter((it) => it.name.trim() === '' || (it.role !== 'in_person' && (it.email ?? '').trim() === ''))
      .map(({ label, name }) => ({
        code: 'no_address' as const,
        message: name.trim() === '' ? `${label} has no name.` : `${name} (${label}) has no e-mail address.`,
      })),
    ...parties
      .filter((it) => it.role === 'approver' && it.turn >= first)
      .map(({ name, label }) => ({
        code: 'approver_late' as const,
        message: `${name || label} approves, and approval comes before the first signature. Move them up.`,
      })),
  ]
}

/** What may be done with a paper in a state. */
export const may = {
  edit: (state: AgreementState): boolean => state === 'draft',
  send: (state: AgreementState): boolean => state === 'draft',
  void: (state: AgreementState): boolean => state === 'pending' || state === 'draft' || state === 'executed',
  /** Signed by the person themselves is enough to ask how to pay them; nothing is asked for a paper that ended. */
  pay: (state: AgreementState): boolean => state === 'pending' || state === 'executed',
  supersede: (state: AgreementState): boolean => state !== 'draft' && state !== 'superseded',
}

/** Whether a paper's time is over: to sign, at that moment; in force, once the day after its last has begun where it is. */
export function isOver(
  it: {
    readonly state: AgreementState
    readonly sign_by: Temporal.Instant | null
    readonly effective_until: PlainDay | null
  },
  now: Temporal.Instant,
  today: PlainDay,
): boolean {
  if (it.state === 'pending') return it.sign_by !== null && Temporal.Instant.compare(it.sign_by, now) <= 0
  return it.state === 'executed' && it.effective_until !== null && it.effective_until < today
}

/**
 * When the next reminder leaves: the ladder's step after the last message, never after the cap, never once the time there
 * is for it is over.
 */
export function nextReminder(
  ladder: { readonly stepsHours: readonly number[]; readonly most: number },
  sentSoFar: number,
  lastAt: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant | null {
  if (sentSoFar >= ladder.most) return null
  const hours = ladder.stepsHours[Math.min(sentSoFar, ladder.stepsHours.length - 1)]
  if (hours === undefined) return null
  const next = lastAt.add({ hours })
  return Temporal.Instant.compare(next, until) < 0 ? next : null
}

/** The same person, however they write it: case, accents, order of names and dots do not matter. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ')
