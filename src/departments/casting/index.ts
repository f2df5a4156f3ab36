/** For the sample and commands: add a role, put people forward, lay out a day and fill it, put a selection together. */
export { create as addRole } from './role.actions.ts'
export { add as addCandidates } from './candidate.actions.ts'
export { create as addSession, fill as fillSession } from './session.actions.ts'
export { create as addPresentation } from './presentation.actions.ts'

export type { RoleId } from './role.contract.ts'
export type { CandidateId } from './candidate.contract.ts'
