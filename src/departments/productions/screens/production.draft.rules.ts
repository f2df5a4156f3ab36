import { weekdayNames } from '../../../kernel/time.ts'
import { plural } from '../../../kernel/words.ts'
import type { Shared } from '../../../ui/formConflict.ts'
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
  holdDays: number | null
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
  holdDays: it.holdDays,
  eighthsRounding: it.eighthsRounding,
})

/** What the request takes; the schema has the last word. */
export const changeOf = (draft: ProductionDraft) => ({ ...draft, daysOff: draft.daysOff.map(Number).toSorted() })

/** What is compared when two people changed the same production, as the form calls it. */
export const draftWords: Shared<ProductionDraft>['words'] = {
  title: 'Title',
  code: 'Code',
  kind: { word: 'Kind', say: (it) => (it === null ? '' : kindWords[it]) },
  phase: { word: 'Phase', say: (it) => (it === null ? '' : phaseWords[it]) },
  startsOn: 'First day',
  endsOn: 'Last day',
  timeZone: 'Time zone',
  paperSize: 'Paper',
  daysOff: { word: 'Days off', say: (days) => days.map((day) => weekdayNames[Number(day) - 1] ?? day).join(', ') },
  jobNumber: 'Job number',
  linesPerPage: 'Lines on a script page',
  holdDays: { word: 'Holds let go', say: (it) => (it === null ? 'by hand' : `after ${plural(it, 'day')}`) },
  notes: 'Notes',
  calendarInvitations: { word: 'Invitations', say: (it) => (it ? 'with call sheets' : 'none') },
}
