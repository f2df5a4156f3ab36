import { askingOnce } from './database/askingOnce.ts'
import type { Db } from './database/database.ts'

/**
 * One look at a production: several checks and projections ask for the same facts at the same moment. What is asked
 * once within a look is not asked again; the next look asks anew.
 */
const looks = new WeakMap<Temporal.Instant, Map<string, Promise<unknown>>>()

/**
 * Begins a look. Hand its `db`, which puts each question once, and its `now`, which stands for it, to every check and
 * projection that belongs to it.
 */
export function beginLook(db: Db, now: Temporal.Instant): { db: Db; now: Temporal.Instant } {
  const look = Temporal.Instant.fromEpochNanoseconds(now.epochNanoseconds)
  looks.set(look, new Map())
  return { db: askingOnce(db), now: look }
}

/**
 * The answer of `ask`, taken from this look where it was asked before. Outside a look it is simply asked.
 * @param key names the question and whom it is about: `schedule.sheets <production>`
 */
export function onceInLook<T>(now: Temporal.Instant, key: string, ask: () => Promise<T>): Promise<T> {
  const known = looks.get(now)
  if (!known) return ask()
  const answer = (known.get(key) as Promise<T> | undefined) ?? ask()
  known.set(key, answer)
  return answer
}
