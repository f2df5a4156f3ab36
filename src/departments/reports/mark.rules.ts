import type { Report } from './report.contract.ts'

interface Revision {
  number: number
  colour: { name: string; hex: string }
}

/** The part of a board that readers of a schedule see; names and looks of a board may change without a new revision. */
interface Planned {
  days: unknown
  strips: unknown
  scenes: readonly { castIds: readonly string[]; elementIds: readonly string[] }[]
}

/** `v2 BLUE` on blue while the board is what was published; `DRAFT` before, and as soon as it differs. */
export function markOf(last: Revision | undefined, now: Planned, published: Planned | undefined): Report['mark'] {
  if (last === undefined || published === undefined || !same(now, published)) return { text: 'DRAFT', hex: null }
  const hex = last.colour.hex.toLowerCase() === '#ffffff' ? null : last.colour.hex
  return { text: `v${last.number} ${last.colour.name.toUpperCase()}`, hex }
}

const same = (a: Planned, b: Planned): boolean => JSON.stringify(seen(a)) === JSON.stringify(seen(b))

/** Who and what a scene asks for is a set: schedules were published with it in whatever order it was found. */
const seen = ({ days, strips, scenes }: Planned) => [
  days,
  strips,
  scenes.map((scene) => ({
    ...scene,
    castIds: scene.castIds.toSorted(),
    elementIds: scene.elementIds.toSorted(),
  })),
]
