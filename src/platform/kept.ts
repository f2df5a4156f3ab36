import type { Clock } from './clock.ts'
import type { Live } from './live.ts'

/** Answers that cost much and are the same for many who ask. */
export interface Kept {
  /**
   * The answer of `ask`, or the one somebody got under the same key since anything in the office changed, at most a
   * minute ago. Askers of one moment share one answer, so it must not be changed.
   *
   * @param key names the question, whom it is about and with whose eyes it is asked
   */
  of<T>(key: string, ask: () => Promise<T>): Promise<T>
}

/** Forgets everything; called for every change of this process once it is committed. */
export interface KeptAnswers extends Kept {
  forget(): void
}

/** Beyond this many different questions it begins anew: so many are asked within a minute by nobody. */
const mostKeys = 500

/**
 * Changes of this process are told by `forget` before whoever made them is answered; those of others are heard over
 * `live`, and while that is down nothing is kept.
 */
export function keepAnswers({ clock, live }: { clock: Clock; live: Pick<Live, 'subscribe' | 'hears'> }): KeptAnswers {
  const answers = new Map<string, Promise<unknown>>()
  let minute = ''
  live.subscribe({ hear: () => answers.clear(), end: () => answers.clear() })
  return {
    forget: () => answers.clear(),
    of: <T>(key: string, ask: () => Promise<T>): Promise<T> => {
      if (!live.hears()) return ask()
      const current = clock.now().round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString()
      if (current !== minute || answers.size >= mostKeys) answers.clear()
      minute = current
      const known = answers.get(key) as Promise<T> | undefined
      if (known) return known
      const answer = ask()
      answers.set(key, answer)
      answer.catch(() => {
        if (answers.get(key) === answer) answers.delete(key)
      })
      return answer
    },
  }
}

/** Inside an open transaction, whose changes nobody else may see yet, every question is asked. */
export const keepNothing: Kept = { of: (_key, ask) => ask() }
