import type { Standing } from '../../../ui/Status.tsx'
import type { AgreementLine } from '../agreement.contract.ts'
import type { AgreementState, PartyRole, PartyState } from '../kinds.rules.ts'
import type { Covered } from '../point.contract.ts'

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
