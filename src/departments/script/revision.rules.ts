/**
 * Which scene of the old draft each scene of a new one is. Numbers, headings and words vote; a person corrects.
 * A scene keeps its identity, and with it its breakdown and its place on every board.
 */
import { sceneNumberKey } from '../../kernel/sceneNumber.ts'

/** What is compared of a scene, old or new. */
export interface ComparedScene {
  /** Identity of an old scene; position of a new one. */
  readonly key: string
  readonly number: string | null
  readonly heading: string
  readonly text: string
  readonly omitted: boolean
}

export type Confidence = 'sure' | 'likely' | 'guess'

export interface SceneMatch {
  readonly newKey: string
  readonly oldKey: string | null
  readonly confidence: Confidence
  readonly reason: string
}

interface Fingerprint {
  readonly scene: ComparedScene
  readonly number: string | null
  readonly heading: string
  readonly words: ReadonlyMap<string, number>
  readonly size: number
}

const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}'’]{2,}|[\u3040-\u30FF\u4E00-\u9FFF]/gu) ?? []

function fingerprint(scene: ComparedScene): Fingerprint {
  const words = new Map<string, number>()
  let size = 0
  for (const word of wordsIn(scene.text)) {
    words.set(word, (words.get(word) ?? 0) + 1)
    size += 1
  }
  const number = scene.number === null ? null : sceneNumberKey(scene.number)
  return { scene, number, heading: wordsIn(scene.heading).join(' '), words, size }
}

/** Share of words two scenes have in common, 0 to 1. */
function alike(a: Fingerprint, b: Fingerprint): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.words) shared += Math.min(count, large.words.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

interface Pair {
  readonly old: Fingerprint
  readonly next: Fingerprint
  readonly score: number
  readonly words: number
}

/** Below this two scenes have nothing to do with each other. Number alone reaches it, a heading alone does not. */
const ENOUGH = 0.3

function score(old: Fingerprint, next: Fingerprint): Pair {
  const words = old.scene.omitted || next.scene.omitted ? 0 : alike(old, next)
  const number = old.number !== null && old.number === next.number ? 0.3 : 0
  const heading = old.heading === next.heading ? 0.2 : 0
  return { old, next, words, score: number + heading + words * 0.5 }
}

/** Pairs scenes, best first; each is used once. Scenes nobody claims are new, or left out. */
export function matchScenes(old: readonly ComparedScene[], next: readonly ComparedScene[]): SceneMatch[] {
  const before = old.map(fingerprint)
  const after = next.map(fingerprint)
  const pairs: Pair[] = []
  for (const one of before)
    for (const other of after) {
      const pair = score(one, other)
      if (pair.score >= ENOUGH) pairs.push(pair)
    }
  pairs.sort((a, b) => b.score - a.score)
  const taken = new Map<string, Pair>()
  const used = new Set<string>()
  for (const pair of pairs) {
    if (taken.has(pair.next.scene.key) || used.has(pair.old.scene.key)) continue
    taken.set(pair.next.scene.key, pair)
    used.add(pair.old.scene.key)
  }
  return next.map(({ key }) => described(key, taken.get(key)))
}

function described(newKey: string, pair: Pair | undefined): SceneMatch {
  if (!pair) return { newKey, oldKey: null, confidence: 'likely', reason: 'No scene of the last draft is like it.' }
  const { old, next, words } = pair
  const sameNumber = old.number !== null && old.number === next.number
  const sameHeading = old.heading === next.heading
  const confidence =
    words > 0.8 || (sameNumber && (sameHeading || next.scene.omitted)) ? 'sure' : words > 0.4 ? 'likely' : 'guess'
  const reasons = [
    ...(sameNumber ? ['same number'] : []),
    ...(sameHeading ? ['same heading'] : []),
    ...(words > 0.99 ? ['same words'] : words > 0.2 ? [`${Math.round(words * 100)} % of the words`] : []),
  ]
  return { newKey, oldKey: old.scene.key, confidence, reason: reasons.join(', ') }
}

/**
 * Scenes that changed their place among the others: all that are not on the longest run that kept its order.
 * @param order positions in the old draft, in the order of the new
 */
export function movedIn(order: readonly number[]): Set<number> {
  const tails: number[] = []
  const back: number[] = []
  for (const [at, value] of order.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (order[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    back[at] = low > 0 ? tails[low - 1]! : -1
    tails[low] = at
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = back[at]!) kept.add(at)
  return new Set(order.filter((_, at) => !kept.has(at)))
}
