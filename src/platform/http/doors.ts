import { Closing, Problem } from '../../kernel/problems.ts'

/** Knows who is being answered, so that the office closes behind the last of them. */
export interface Doors {
  /** @throws Closing once they close */
  through<T>(answer: () => Promise<T>): Promise<T>
  /** Lets nobody else in; resolves when all who were have their answer. */
  close(): Promise<void>
}

/** Nobody is kept from closing by an answer that hangs. */
const PATIENCE_MS = 30_000

export function openDoors(): Doors {
  let inside = 0
  let closing: PromiseWithResolvers<void> | undefined
  return {
    through: async (answer) => {
      if (closing) throw new Problem(Closing, {}, 'The office is closing. Nothing was done; try again in a moment.')
      inside += 1
      try {
        return await answer()
      } finally {
        inside -= 1
        if (inside === 0) (closing as PromiseWithResolvers<void> | undefined)?.resolve()
      }
    },
    close: async () => {
      closing ??= Promise.withResolvers()
      if (inside === 0) closing.resolve()
      const impatient = setTimeout(() => {
        console.error(`closing: ${inside} asked and had no answer in ${PATIENCE_MS / 1000} seconds`)
        closing?.resolve()
      }, PATIENCE_MS)
      await closing.promise
      clearTimeout(impatient)
    },
  }
}
