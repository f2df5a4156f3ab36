import type { ConflictField } from '../../../ui/ConflictDialog.tsx'
import type { Production } from '../production.contract.ts'
import { kindWords, phaseWords } from './words.ts'

/** A production as its form holds it: choices are texts, and what is not chosen is null. */
export type ProductionDraft = Pick<Production, 'title' | 'code' | 'jobNumber' | 'notes' | 'calendarInvitations'> & {
  kind: Production['kind'] | null
  phase: Production['phase'] | null
  startsOn: string | null
  endsOn: string | null
  timeZone: string | null
  paperSize: Production['paperSize'] | null
  daysOff: string[]
  profileId: string | null
  jurisdiction: string | null
  clientCompanyId: string | null
  agencyCompanyId: string | null
  linesPerPage: number | null
  eighthsRounding: Production['eighthsRounding'] | null
}

export const draftOf = (it: Production): ProductionDraft => ({
  title: it.title,
  code: it.code,
  jobNumber: it.jobNumber,
  notes: it.notes,
  calendarInvitations: it.calendarInvitations,
  kind: it.kind,
  phase: it.phase,
  startsOn: it.startsOn,
  endsOn: it.endsOn,
  timeZone: it.timeZone,
  paperSize: it.paperSize,
  daysOff: it.daysOff.map(String),
  profileId: it.profileId,
  jurisdiction: it.jurisdiction,
  clientCompanyId: it.clientCompanyId,
  agencyCompanyId: it.agencyCompanyId,
  linesPerPage: it.linesPerPage,
  eighthsRounding: it.eighthsRounding,
})

/** What the request takes; the schema has the last word. */
export const changeOf = (draft: ProductionDraft) => ({ ...draft, daysOff: draft.daysOff.map(Number).toSorted() })

const written = (draft: ProductionDraft): Record<string, string> => ({
  Title: draft.title,
  Code: draft.code,
  Kind: draft.kind === null ? '' : kindWords[draft.kind],
  Phase: draft.phase === null ? '' : phaseWords[draft.phase],
  'First day': draft.startsOn ?? '',
  'Last day': draft.endsOn ?? '',
  'Time zone': draft.timeZone ?? '',
  Paper: draft.paperSize ?? '',
  'Days off': draft.daysOff.join(', '),
  'Job number': draft.jobNumber,
  Notes: draft.notes,
  Invitations: draft.calendarInvitations ? 'with call sheets' : 'none',
})

/** Both sides of a conflict, field by field. */
export function comparedProduction(mine: ProductionDraft, theirs: ProductionDraft): ConflictField[] {
  const other = written(theirs)
  return Object.entries(written(mine)).map(([label, value]) => ({ label, mine: value, theirs: other[label] ?? '' }))
}
