/**
 * Which scene of the old draft each scene of a new one is. Numbers, headings and words vote; a person corrects.
 * A scene keeps its identity, and with it its breakdown and its place on every board.
 */
import { sceneNumberKey } from '../../kernel/sceneNumber.ts'

/** What is compared of a scene, old or new. */
interface ComparedScene {
  /** Identity of an old scene; position of a new one. */
  readonly key: string
  readonly number: string | null
  readonly heading: string
  readonly text: string
  readonly omitted: boolean
}

type Confidence = 'sure' | 'likely' | 'guess'

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
  /** Every word of the text as a number, sorted, repeated as often as it stands there. */
  readonly words: Int32Array
}

const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}'’]{2,}|[\u3040-\u30FF\u4E00-\u9FFF]/gu) ?? []

/** Words become numbers, so that two scenes are compared by walking two sorted rows once. */
function fingerprints(scenes: readonly ComparedScene[], vocabulary: Map<string, number>): Fingerprint[] {
  const idOf = (word: string) => {
    const known = vocabulary.get(word) ?? vocabulary.size
    vocabulary.set(word, known)
    return known
  }
  return scenes.map((scene) => ({
    scene,
    number: scene.number === null ? null : sceneNumberKey(scene.number),
    heading: wordsIn(scene.heading).join(' '),
    words: Int32Array.from(wordsIn(scene.text), idOf).sort(),
  }))
}

/** Share of words two scenes have in common, 0 to 1. */
function alike({ words: a }: Fingerprint, { words: b }: Fingerprint): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared += 1
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return (2 * shared) / (a.length + b.length)
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

/**
 * Pairs scenes, best first; each is used once. Scenes nobody claims are new, or left out.
 * What is the same to the letter is paired first and costs nothing more: most scenes of most drafts are.
 */
export function matchScenes(old: readonly ComparedScene[], next: readonly ComparedScene[]): SceneMatch[] {
  const taken = unchanged(old, next)
  const used = new Set(taken.values())
  const vocabulary = new Map<string, number>()
  const before = fingerprints(
    old.filter(({ key }) => !used.has(key)),
    vocabulary,
  )
  const after = fingerprints(
    next.filter(({ key }) => !taken.has(key)),
    vocabulary,
  )
  const pairs: Pair[] = []
  for (const one of before)
    for (const other of after) {
      const pair = score(one, other)
      if (pair.score >= ENOUGH) pairs.push(pair)
    }
  pairs.sort((a, b) => b.score - a.score)
  const found = new Map<string, Pair>()
  for (const pair of pairs) {
    if (found.has(pair.next.scene.key) || used.has(pair.old.scene.key)) continue
    found.set(pair.next.scene.key, pair)
    used.add(pair.old.scene.key)
  }
  return next.map(({ key }) => {
    const same = taken.get(key)
    return same === undefined
      ? described(key, found.get(key))
      : { newKey: key, oldKey: same, confidence: 'sure', reason: 'unchanged' }
  })
}

/** New key to old key of scenes whose number, heading and text are the same and stand once in each draft. */
function unchanged(old: readonly ComparedScene[], next: readonly ComparedScene[]): Map<string, string> {
  const identity = ({ number, heading, text }: ComparedScene) => `${number}\n${heading}\n${text}`
  const before = Map.groupBy(old, identity)
  const after = Map.groupBy(next, identity)
  const taken = new Map<string, string>()
  for (const [key, scenes] of after) {
    const same = before.get(key)
    if (scenes.length === 1 && same?.length === 1) taken.set(scenes[0]!.key, same[0]!.key)
  }
  return taken
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
