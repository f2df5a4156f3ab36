import type { Standing } from '../../../ui/Status.tsx'
import type { AgreementLine } from '../agreement.contract.ts'
import type { AgreementState, PartyRole, PartyState, RolePlan } from '../kinds.rules.ts'
import type { Covered } from '../point.contract.ts'
import type { PaperRules } from '../template.contract.ts'

export const stateWords: Record<AgreementState, string> = {
  draft: 'Draft',
  pending: 'Out to sign',
  executed: 'Signed',
  expired: 'Run out',
  superseded: 'Superseded',
  declined: 'Declined',
}

export const stateStanding: Record<AgreementState, Standing> = {
  draft: 'waiting',
  pending: 'half',
  executed: 'go',
  expired: 'off',
  superseded: 'off',
  declined: 'stop',
}

export const stateOf = (it: Pick<AgreementLine, 'state' | 'isVoid'>): string =>
  it.isVoid ? 'Void' : stateWords[it.state]

export const roleWords: Record<PartyRole, string> = {
  signer: 'Signs',
  approver: 'Approves first',
  viewer: 'Reads',
  copy: 'Gets a copy',
  in_person: 'Signs in person',
  guardian: 'Signs as guardian',
}

/** `1 Signs as Crew member, 2 Approves first as Producer`: who takes part, to be compared. */
export const turnsSaid = (rows: readonly { turn: number; role: PartyRole; label: string; name?: string }[]): string =>
  rows.map((it) => [it.turn, it.name, roleWords[it.role], 'as', it.label].filter(Boolean).join(' ')).join(', ')

export const whoWords: Record<RolePlan['who'], string> = {
  subject: 'Whom the paper is about',
  office: 'Whoever signs for us',
  other: 'Named each time',
}

export const partyWords: Record<PartyState, string> = {
  waiting: 'Not yet',
  sent: 'Sent',
  opened: 'Opened',
  done: 'Done',
  declined: 'Declined',
}

export const partyStanding: Record<PartyState, Standing> = {
  waiting: 'waiting',
  sent: 'half',
  opened: 'seen',
  done: 'go',
  declined: 'stop',
}

export const coverWords: Record<Covered['state'], string> = {
  missing: 'Missing',
  draft: 'Drawn up, not sent',
  sent: 'Sent',
  signed: 'Signed',
  refused: 'Refused',
}

export const coverStanding: Record<Covered['state'], Standing> = {
  missing: 'stop',
  draft: 'waiting',
  sent: 'half',
  signed: 'go',
  refused: 'attention',
}

/** `CN=Harbour Lane paper seal, O=Harbour Lane` → `Harbour Lane paper seal`. */
export const nameIn = (subject: string): string => /(?:^|,\s*)CN=((?:\\,|[^,])+)/.exec(subject)?.[1] ?? subject

export const appliesWords: Record<PaperRules['needs'][number]['appliesTo'], string> = {
  cast: 'Cast',
  background: 'Background',
  crew: 'Crew',
  minor: 'Minors',
  location: 'Places',
  client: 'Client',
  agency: 'Agency',
  vendor: 'Vendors',
}

const span = (hours: number): string => {
  const days = hours / 24
  return Number.isInteger(days) ? `${days} ${days === 1 ? 'day' : 'days'}` : `${hours} h`
}

/** `1 day, then 2 days, then 3 days`; what is past the most is not shown. */
export const stepsText = ({ stepsHours, most }: PaperRules['ladders'][number]): string => {
  if (most === 0) return 'never'
  const last = stepsHours.at(-1) ?? 24
  const all = Array.from({ length: most }, (_, at) => span(stepsHours[at] ?? last))
  return all.length > 4 ? `${all.slice(0, 3).join(', then ')}, … ${all.length} in all` : all.join(', then ')
}
