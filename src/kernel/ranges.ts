/** Half-open: `from` is inside, `until` is not. */
export interface Range<T> {
  readonly from: T
  readonly until: T
}

/** A booking that ends at 12:00 and one that starts at 12:00 do not overlap. */
export const overlaps = (a: Range<number>, b: Range<number>): boolean => a.from < b.until && b.from < a.until

/** The same, for instants. */
export const instantsOverlap = (a: Range<Temporal.Instant>, b: Range<Temporal.Instant>): boolean =>
  Temporal.Instant.compare(a.from, b.until) < 0 && Temporal.Instant.compare(b.from, a.until) < 0
