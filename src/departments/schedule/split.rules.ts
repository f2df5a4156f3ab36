import type { Strip, StripId } from './board.contract.ts'

/** A strip as a split or a join leaves it. */
export type PartOf = Pick<Strip, 'id' | 'part' | 'parts' | 'eighths'>

/**
 * Cuts a scene's strip in two. The lengths always add up to what was there, and neither part is nothing.
 * @param siblings every strip of the scene on this board, in part order, the cut one included
 * @param eighths what the first of the two keeps
 * @returns undefined when there is nothing to cut (one eighth cannot be divided)
 */
export function split(
  siblings: readonly PartOf[],
  id: StripId,
  newId: StripId,
  total: number,
  eighths: number,
): readonly PartOf[] | undefined {
  const cut = siblings.find((strip) => strip.id === id)
  const length = cut?.eighths ?? (siblings.length === 1 ? total : undefined)
  if (!cut || length === undefined || eighths < 1 || eighths >= length) return undefined
  const lengths = siblings.flatMap((strip): PartOf[] =>
    strip.id === id
      ? [
          { ...strip, eighths },
          { ...strip, id: newId, eighths: length - eighths },
        ]
      : [strip],
  )
  return numbered(lengths)
}

/**
 * Puts a part back into another of the same scene. The last part left is the whole scene again and follows the
 * script's own length.
 */
export function join(siblings: readonly PartOf[], into: StripId, gone: StripId): readonly PartOf[] | undefined {
  const from = siblings.find((strip) => strip.id === gone)
  if (!from || into === gone || !siblings.some((strip) => strip.id === into)) return undefined
  const left = siblings
    .filter((strip) => strip.id !== gone)
    .map((strip) => (strip.id === into ? { ...strip, eighths: (strip.eighths ?? 0) + (from.eighths ?? 0) } : strip))
  return left.length === 1
    ? left.map((strip) => ({ ...strip, part: null, parts: null, eighths: null }))
    : numbered(left)
}

const numbered = (strips: readonly PartOf[]): PartOf[] =>
  strips.map((strip, index) => ({ ...strip, part: index + 1, parts: strips.length }))

/** `12`, or `12 (1 of 2)` for a part. */
export const stripNumber = (sceneNumber: string, strip: Pick<Strip, 'part' | 'parts'>): string =>
  strip.part === null || strip.parts === null ? sceneNumber : `${sceneNumber} (${strip.part} of ${strip.parts})`

/** A scene's strip as it is before anybody says anything about it. */
export const emptyStrip = (id: StripId, dayId: Strip['dayId']): Strip => ({
  id,
  dayId,
  kind: 'scene',
  sceneId: null,
  part: null,
  parts: null,
  eighths: null,
  title: '',
  minutesOverride: null,
  startOverride: null,
  locationId: null,
  cheatsLight: false,
})
