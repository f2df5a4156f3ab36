/** Places of the production by number: address, position, parking, gate code, hospital, and the sets each serves. */
export { all } from './location.actions.ts'

/** Which set is shot where: set name, as the script writes it, → location id. Sets without a place are absent. */
export { ofSets } from './location.actions.ts'

/** For the sample and commands: add a place, say which sets it serves. */
export { create, setPlaces } from './location.actions.ts'

export type { Location } from './location.contract.ts'
