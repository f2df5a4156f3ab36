import type { Concern } from '../../kernel/concern.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import { kindWords, type AgreementKind, type AgreementState } from './kinds.rules.ts'
import type { Covered } from './point.contract.ts'

type AppliesTo = 'cast' | 'background' | 'crew' | 'minor' | 'location' | 'client' | 'agency' | 'vendor'

export interface Subject {
  readonly kind: 'engagement' | 'location'
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly appliesTo: AppliesTo
  readonly isMinor: boolean
  readonly personId: string | null
  readonly locationId: string | null
  /** First day of work that is booked; null where there is none. */
  readonly startsOn: PlainDay | null
}

export interface Standing {
  readonly id: string
  readonly number: string
  readonly kind: AgreementKind
  readonly state: AgreementState
  readonly channel: 'envelope' | 'on_set' | 'paper'
  readonly subjectId: string
  readonly personId: string | null
  readonly locationId: string | null
  readonly signedOn: PlainDay | null
}

interface Need {
  readonly appliesTo: AppliesTo
  readonly kind: AgreementKind
  readonly required: boolean
}

/** A young person’s release is their guardian’s, in place of their own. */
const needsOf = (subject: Subject, needs: readonly Need[]): AgreementKind[] => {
  const own = needs.filter((it) => it.required && it.appliesTo === subject.appliesTo).map((it) => it.kind)
  const minor = needs.some((it) => it.required && it.appliesTo === 'minor')
  if (!subject.isMinor || !minor) return own
  return [...new Set(own.map((it) => (it === 'talent_release' ? 'minor_release' : it)))]
}

const isAbout = (paper: Standing, subject: Subject): boolean =>
  paper.subjectId === subject.id ||
  (subject.personId !== null && paper.personId === subject.personId) ||
  (subject.locationId !== null && paper.locationId === subject.locationId)

const best: Record<AgreementState, number> = {
  executed: 0,
  pending: 1,
  declined: 2,
  draft: 3,
  expired: 4,
  superseded: 5,
}
const shown: Record<AgreementState, Covered['state']> = {
  executed: 'signed',
  pending: 'sent',
  declined: 'refused',
  draft: 'draft',
  expired: 'missing',
  superseded: 'missing',
}

/** What each person and place needs, and how far it is. What is missing comes first, then what was refused. */
export function coverage(subjects: readonly Subject[], needs: readonly Need[], papers: readonly Standing[]): Covered[] {
  const order = { missing: 0, refused: 1, draft: 2, sent: 3, signed: 4 }
  return subjects
    .flatMap((subject) =>
      needsOf(subject, needs).map((kind): Covered => {
        const paper = papers
          .filter((it) => it.kind === kind && isAbout(it, subject))
          .toSorted((a, b) => best[a.state] - best[b.state])[0]
        const state = paper === undefined ? 'missing' : shown[paper.state]
        return {
          key: `${subject.id} ${kind}`,
          subject: { kind: subject.kind, id: subject.id, label: subject.label },
          detail: subject.detail,
          kind,
          state,
          onPaper: paper?.channel === 'paper',
          agreementId: state === 'missing' ? null : (paper?.id ?? null),
          number: state === 'missing' ? null : (paper?.number ?? null),
          isLate: state === 'signed' && startedBefore(subject, paper?.signedOn ?? null),
        }
      }),
    )
    .toSorted((a, b) => order[a.state] - order[b.state] || a.subject.label.localeCompare(b.subject.label))
}

const startedBefore = (subject: Subject, signedOn: PlainDay | null): boolean =>
  subject.startsOn !== null && signedOn !== null && subject.startsOn < signedOn

const contracts: ReadonlySet<AgreementKind> = new Set(['deal_memo', 'crew_agreement'])

/** Somebody works, or will today, before their deal is signed. */
export function unsignedStarts(
  subjects: readonly Subject[],
  needs: readonly Need[],
  papers: readonly Standing[],
  today: PlainDay,
): Concern[] {
  const starts = new Map(subjects.map((it) => [it.id, it]))
  return coverage(subjects, needs, papers).flatMap((row): Concern[] => {
    const subject = starts.get(row.subject.id)
    if (subject === undefined || subject.startsOn === null || !contracts.has(row.kind)) return []
    const began = subject.startsOn <= today && row.state !== 'signed'
    if (!began && !row.isLate) return []
    const word = kindWords[row.kind].one.toLowerCase()
    return [
      {
        code: 'agreements.unsigned_start',
        key: `agreements.unsigned_start:${row.key}`,
        severity: row.isLate ? 'notes' : 'warns',
        subject: { kind: 'engagement', id: subject.id, label: subject.label },
        message: row.isLate
          ? `${subject.label} began on ${dayText(subject.startsOn)} before the ${word} was signed`
          : `${subject.label} works from ${dayText(subject.startsOn)} without a signed ${word}`,
        causes: [row.number === null ? `No ${word} was sent` : `${row.number} is ${row.state}`],
        remedy: row.isLate
          ? 'Accept this with a reason; the dates stay in the history.'
          : `Send the ${word}, or have it signed on the spot.`,
        onDate: subject.startsOn,
      },
    ]
  })
}
