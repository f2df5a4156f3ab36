import { spansOverlap, type PlacedSpan } from './span.rules.ts'

/** A hold row in the queue of its resource. */
export interface Queued extends PlacedSpan {
  readonly id: string
  readonly askedAt: Temporal.Instant
}

const inOrderOfAsking = (a: Queued, b: Queued): number =>
  Temporal.Instant.compare(a.askedAt, b.askedAt) || a.id.localeCompare(b.id)

/**
 * Ranks of the hold rows of one resource: 1 where nobody asked before, else one behind the last of those who did. Among
 * whole days of one date that is 1, 2, 3 in order of asking; among part-days that overlap in a chain, every row of rank
 * three has a row of rank two it overlaps.
 * @example ranksOf([first, second]).get(second.id) // 2
 */
export function ranksOf(rows: readonly Queued[]): Map<string, number> {
  const ranks = new Map<string, number>()
  const before: Queued[] = []
  for (const row of [...rows].sort(inOrderOfAsking)) {
    const ahead = before.filter((other) => spansOverlap(other, row)).map(({ id }) => ranks.get(id) ?? 0)
    ranks.set(row.id, 1 + Math.max(0, ...ahead))
    before.push(row)
  }
  return ranks
}

/** The row directly above: the one a holder may challenge. Undefined for whoever is first. */
export function directlyAbove<Row extends Queued>(row: Row, rows: readonly Row[]): Row | undefined {
  const ranks = ranksOf(rows)
  const rank = ranks.get(row.id) ?? 1
  return rows
    .filter((other) => ranks.get(other.id) === rank - 1 && spansOverlap(other, row))
    .sort(inOrderOfAsking)
    .at(-1)
}
