import type { ShootDayId, StripId } from './board.contract.ts'

/** Where strips lie: lanes in order, null for the boneyard. Nothing but ids, so that any board can be arranged. */
export type Lane = ShootDayId | null
export type Arrangement = ReadonlyMap<Lane, readonly StripId[]>

/** Lays strips, in the order given, before another strip of a lane, or at its end. */
export interface Move {
  readonly stripIds: readonly StripId[]
  readonly dayId: Lane
  /** Null: at the end. A strip that is itself moved, or lies elsewhere, counts as the end. */
  readonly before: StripId | null
}

export const arrangementOf = (
  dayIds: readonly ShootDayId[],
  strips: readonly { readonly id: StripId; readonly dayId: Lane }[],
): Arrangement => {
  const lanes = new Map<Lane, StripId[]>([[null, []], ...dayIds.map((id) => [id, [] as StripId[]] as const)])
  for (const strip of strips) {
    const lane = lanes.get(strip.dayId) ?? lanes.get(null)
    lane?.push(strip.id)
  }
  return lanes
}

/**
 * Carries the moves out one after the other. Strips and days the board does not know are left out of account, so no
 * sequence of moves can lose or double a strip.
 */
export function arrange(arrangement: Arrangement, moves: readonly Move[]): Arrangement {
  const lanes = new Map([...arrangement].map(([lane, ids]) => [lane, [...ids]]))
  const known = new Set([...lanes.values()].flat())
  for (const move of moves) {
    const moved = [...new Set(move.stripIds)].filter((id) => known.has(id))
    if (moved.length === 0 || !lanes.has(move.dayId)) continue
    const leaving = new Set(moved)
    const anchor = nextStaying(lanes.get(move.dayId) ?? [], move.before, leaving)
    for (const [lane, ids] of lanes)
      if (ids.some((id) => leaving.has(id)))
        lanes.set(
          lane,
          ids.filter((id) => !leaving.has(id)),
        )
    const target = lanes.get(move.dayId) ?? []
    const at = anchor === null ? -1 : target.indexOf(anchor)
    target.splice(at < 0 ? target.length : at, 0, ...moved)
    lanes.set(move.dayId, target)
  }
  return lanes
}

/** Dropping strips before one of themselves means before the first that stays behind it. */
function nextStaying(lane: readonly StripId[], before: StripId | null, leaving: ReadonlySet<StripId>): StripId | null {
  if (before === null) return null
  const from = lane.indexOf(before)
  if (from < 0) return null
  return lane.slice(from).find((id) => !leaving.has(id)) ?? null
}

/**
 * The moves that take everything back to where it lay. Each strip returns before its old neighbour, from the back of
 * its lane, so that the neighbour is already in place.
 */
export function inverseOf(arrangement: Arrangement, moves: readonly Move[]): Move[] {
  const touched = new Set(moves.flatMap((move) => move.stripIds))
  const back: Move[] = []
  for (const [dayId, ids] of arrangement)
    for (let i = ids.length - 1; i >= 0; i--) {
      const id = ids[i]
      if (id !== undefined && touched.has(id)) back.push({ stripIds: [id], dayId, before: ids[i + 1] ?? null })
    }
  return back
}

/** Strips whose lane or place in it differs: what a save has to write. */
export function changedPlaces(
  before: Arrangement,
  after: Arrangement,
): { stripId: StripId; dayId: Lane; position: number }[] {
  const old = new Map<StripId, string>()
  for (const [lane, ids] of before) for (const [i, id] of ids.entries()) old.set(id, `${lane}:${i}`)
  return [...after].flatMap(([dayId, ids]) =>
    ids.flatMap((stripId, position) =>
      old.get(stripId) === `${dayId}:${position}` ? [] : [{ stripId, dayId, position }],
    ),
  )
}

/** One step up or down inside the day, and over its edge into the next; a block moves as one. */
export function step(
  arrangement: Arrangement,
  order: readonly Lane[],
  stripIds: readonly StripId[],
  by: -1 | 1,
): Move | null {
  const lane = order.find((id) => arrangement.get(id)?.some((stripId) => stripIds.includes(stripId)))
  if (lane === undefined) return null
  const ids = arrangement.get(lane) ?? []
  const block = ids.filter((id) => stripIds.includes(id))
  const first = ids.indexOf(block[0] as StripId)
  const last = ids.indexOf(block[block.length - 1] as StripId)
  const neighbour = order[order.indexOf(lane) + by]
  if (by === -1) {
    if (first > 0) return { stripIds: block, dayId: lane, before: ids[first - 1] ?? null }
    return neighbour === undefined ? null : { stripIds: block, dayId: neighbour, before: null }
  }
  if (last < ids.length - 1) return { stripIds: block, dayId: lane, before: ids[last + 2] ?? null }
  return neighbour === undefined
    ? null
    : { stripIds: block, dayId: neighbour, before: arrangement.get(neighbour)?.[0] ?? null }
}
