/** Of two transactions that wait for each other PostgreSQL ends one; it has changed nothing and may simply run again. */
const ENDED_FOR_ANOTHER = new Set(['40P01', '40001'])
const MOST_TRIES = 3

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** Runs a transaction, and runs it again when it was ended in favour of another. `work` does nothing outside the database. */
export async function untilWon<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !ENDED_FOR_ANOTHER.has(codeOf(error))) throw error
    }
  }
}

/**
 * What the database refused because two did the same or one took away what the other builds on, where no action said it
 * in better words: `taken` for a second of what there may be one of, `gone` for something referred to that is not there,
 * `used` for something that others still refer to.
 */
export function lostRaceOf(error: unknown): 'taken' | 'gone' | 'used' | undefined {
  const code = codeOf(error)
  if (code === '23505' || code === '23P01') return 'taken'
  if (code === '23001') return 'used'
  return code === '23503' ? 'gone' : undefined
}
