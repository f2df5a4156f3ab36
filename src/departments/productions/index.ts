import { membershipOf, productionsOfUser } from './memberships.store.ts'

/** For the edge only: who belongs to which production. */
export const memberships = { of: membershipOf, productionsOf: productionsOfUser }
