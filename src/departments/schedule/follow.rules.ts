import { arrange, arrangementOf } from './arrange.rules.ts'
import type { Arrangement, Move } from './arrange.rules.ts'
import type { ShootDayId, Strip, StripId } from './board.contract.ts'

interface NewStrip {
  readonly stripId: StripId
  readonly sceneId: string
}

/**
 * Where strips of new scenes land. On the active board: right after the strip of the scene before them in the script,
 * on whatever day that is; without one, and on every other board, in the boneyard.
 */
export function landingMoves(
  isActive: boolean,
  scriptOrder: readonly string[],
  strips: readonly Pick<Strip, 'id' | 'dayId' | 'sceneId'>[],
  added: readonly NewStrip[],
): Move[] {
  const fresh = new Map(added.map((strip) => [strip.sceneId, strip.stripId]))
  if (!isActive) return [...fresh.values()].map((id) => ({ stripIds: [id], dayId: null, before: null }))
  const laneOf = new Map<string, { stripId: StripId; dayId: ShootDayId | null }>()
  for (const { id, dayId, sceneId } of strips) if (sceneId !== null) laneOf.set(sceneId, { stripId: id, dayId })
  return scriptOrder.flatMap((sceneId, index): Move[] => {
    const stripId = fresh.get(sceneId)
    if (stripId === undefined) return []
    const previous = laneOf.get(scriptOrder[index - 1] ?? '')
    const dayId = previous?.dayId ?? null
    laneOf.set(sceneId, { stripId, dayId })
    if (dayId === null || !previous) return [{ stripIds: [stripId], dayId: null, before: null }]
    return [{ stripIds: [previous.stripId, stripId], dayId, before: previous.stripId }]
  })
}

/** The board with the new strips laid; the anchor of each keeps its place. */
export function landed(
  dayIds: readonly ShootDayId[],
  strips: readonly Pick<Strip, 'id' | 'dayId' | 'sceneId'>[],
  added: readonly NewStrip[],
  moves: readonly Move[],
): Arrangement {
  const waiting = added.map(({ stripId }) => ({ id: stripId, dayId: null }))
  return arrange(arrangementOf(dayIds, [...strips, ...waiting]), moves)
}
