import { isStale, problemOf } from './problem.ts'

interface OverTheirs<T extends { version: number }> {
  /** The version the person began with. */
  seen: Pick<T, 'version'>
  read: () => Promise<T>
  /** Whether the other left alone what this person changes. */
  isUntouched: (theirs: T) => boolean
  send: (version: number) => Promise<unknown>
}

/**
 * Saves a part of a record that others change too. Where somebody saved meanwhile (412) but left this part alone, it is
 * saved on top of theirs; where they changed the same part, nothing is, and their record comes back for a person to choose.
 */
export async function overTheirs<T extends { version: number }>(of: OverTheirs<T>): Promise<T | undefined> {
  for (let { version } = of.seen; ;) {
    try {
      await of.send(version)
      return undefined
    } catch (thrown) {
      if (!isStale(problemOf(thrown))) throw thrown
    }
    const theirs = await of.read()
    if (theirs.version === version || !of.isUntouched(theirs)) return theirs
    version = theirs.version
  }
}
