import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../kernel/ids.ts'
import type { Clock } from './clock.ts'

/** Ids and randomness, given to actions. The caller says which noun it makes: `ids.next<PersonId>()`. */
export interface Ids {
  /** Each sorts after the one before it, also within one millisecond (RFC 9562, section 6.2, method 1). */
  next<Id extends string = string>(): Id
  /** A secret of `bytes` random bytes, in base64url. */
  secret(bytes?: number): string
}

/** The twelve bits behind the milliseconds count up, beginning low enough that a busy millisecond has room. */
const highestCount = 0xfff
const firstCounts = 0x400

export function createIds(clock: Clock): Ids {
  let at = 0
  let count = 0
  return {
    next: <Id extends string>() => {
      const random = randomBytes(10)
      const now = clock.now().epochMilliseconds
      if (now > at) [at, count] = [now, random.readUInt16BE(0) % firstCounts]
      else if (count < highestCount) count += 1
      else [at, count] = [at + 1, 0]
      random.writeUInt16BE(count, 0)
      return uuidV7(at, random) as Id
    },
    secret: (bytes = 24) => randomBytes(bytes).toString('base64url'),
  }
}
