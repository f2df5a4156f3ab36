import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../kernel/ids.ts'
import type { Clock } from './clock.ts'

/** Ids and randomness, given to actions. The caller says which noun it makes: `ids.next<PersonId>()`. */
export interface Ids {
  next<Id extends string = string>(): Id
  /** A secret of `bytes` random bytes, in base64url. */
  secret(bytes?: number): string
}

export const createIds = (clock: Clock): Ids => ({
  next: <Id extends string>() => uuidV7(clock.now().epochMilliseconds, randomBytes(10)) as Id,
  secret: (bytes = 24) => randomBytes(bytes).toString('base64url'),
})
