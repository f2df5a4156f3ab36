/** How long a code works. */
export const CODE_MINUTES = 10
/** Wrong tries after which a code is void. */
export const MOST_TRIES = 5
/** Codes sent for one link within an hour; with five tries each that is one guess in forty thousand. */
export const MOST_CODES = 5

export type CodeSending = 'sent' | 'wait'
export type CodeAnswer = 'right' | 'wrong' | 'over'

interface Kept {
  readonly codeHash: string | null
  readonly codeExpiresAt: Temporal.Instant | null
  readonly codeWrong: number
}

/** `waiting` for the code that was sent; `none` where none was, or it has run out, or was guessed at too often. */
export const codeStanding = (
  { codeHash, codeExpiresAt, codeWrong }: Kept,
  now: Temporal.Instant,
): 'waiting' | 'none' =>
  codeHash !== null &&
  codeExpiresAt !== null &&
  Temporal.Instant.compare(now, codeExpiresAt) < 0 &&
  codeWrong < MOST_TRIES
    ? 'waiting'
    : 'none'
