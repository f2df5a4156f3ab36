import type { Standing } from '../../../ui/Status.tsx'
import type { CandidateSource, CandidateState, Mark } from '../candidate.contract.ts'
import type { RoleState } from '../role.contract.ts'

export const roleStateWords: Record<RoleState, string> = {
  open: 'Open',
  auditioning: 'Auditioning',
  callbacks: 'Callbacks',
  selects: 'Selects',
  offer_out: 'Offer out',
  booked: 'Booked',
  backup_released: 'Booked, backups released',
}

export const roleStanding: Record<RoleState, Standing> = {
  open: 'waiting',
  auditioning: 'seen',
  callbacks: 'seen',
  selects: 'half',
  offer_out: 'daylight',
  booked: 'go',
  backup_released: 'go',
}

export const stateWords: Record<CandidateState, string> = {
  submitted: 'New',
  viewed: 'Viewed',
  shortlisted: 'Shortlisted',
  auditioned: 'Auditioned',
  callback: 'Callback',
  pinned: 'Pinned',
  on_avail: 'On avail',
  on_hold: 'On hold',
  offered: 'Offered',
  booked: 'Booked',
  released: 'Released',
  declined: 'Declined',
  conflict: 'Conflict',
}

export const standingOf: Record<CandidateState, Standing> = {
  submitted: 'waiting',
  viewed: 'seen',
  shortlisted: 'half',
  auditioned: 'half',
  callback: 'half',
  pinned: 'daylight',
  on_avail: 'daylight',
  on_hold: 'attention',
  offered: 'attention',
  booked: 'go',
  released: 'off',
  declined: 'off',
  conflict: 'stop',
}

export const markWords: Record<Mark, string> = { yes: 'Yes', maybe: 'Maybe', no: 'No' }
export const markStanding: Record<Mark, Standing> = { yes: 'go', maybe: 'half', no: 'stop' }

export const sourceWords: Record<CandidateSource, string> = {
  open_call: 'Open call',
  agent: 'From an agent',
  own_talent: 'Our directory',
  typed: 'Typed in',
}

export const choiceWords = (choice: number): string => ['First', 'Second', 'Third'][choice - 1] ?? `${choice}th`
