/** How the office is set up: name, zone, paper, undo window. */
export { officeSettings } from './office.actions.ts'

/** The one-time address that makes the first owner; undefined once there is one. */
export { ownerAddress } from './owner.actions.ts'

/** An account with a password, for operator commands. @throws AlreadyHere */
export { createAccount } from './account.actions.ts'
