/** For the sample and commands: add a role, put people forward. */
export { create as addRole, createFromScript as addRolesFromScript } from './role.actions.ts'
export { add as addCandidates } from './candidate.actions.ts'

export type { Role, RoleId } from './role.contract.ts'
export type { Candidate, CandidateId } from './candidate.contract.ts'
