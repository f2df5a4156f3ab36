/** The time, given to actions so that a test can move it. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until it is moved. */
export function settableClock(
  start: string,
): Clock & { moveTo(instant: string): void; advance(duration: Temporal.DurationLike): void } {
  let current = Temporal.Instant.from(start)
  return {
    now: () => current,
    moveTo: (instant) => {
      current = Temporal.Instant.from(instant)
    },
    advance: (duration) => {
      current = current.add(duration)
    },
  }
}
