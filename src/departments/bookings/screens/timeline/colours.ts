import type { CSSProperties } from 'react'

/** Fill and edge by production, in the order of the list; the colours of revision paper, which everybody here can tell apart. */
const pairs: readonly (readonly [string, string])[] = [
  ['var(--rev-goldenrod)', '#8f5f00'],
  ['var(--rev-blue)', '#3068a3'],
  ['var(--move)', '#7a4db5'],
  ['var(--rev-green)', '#2f7a3f'],
  ['var(--rev-pink)', '#a83f66'],
  ['var(--rev-salmon)', '#a34a22'],
  ['var(--rev-buff)', '#7a5c28'],
  ['var(--rev-yellow)', '#7a6808'],
]
const outside: readonly [string, string] = ['#dfe3ea', '#5f6776']

export type ColourOf = (productionId: string | null) => CSSProperties

export function coloursOf(productionIds: readonly string[]): ColourOf {
  const at = new Map(productionIds.map((id, index) => [id, index]))
  return (id) => {
    const [c, e] = (id === null ? undefined : pairs[(at.get(id) ?? 0) % pairs.length]) ?? outside
    return { '--c': c, '--e': e } as CSSProperties
  }
}
