/**
 * Scene numbers as the trade writes them: `12`, `12A` shot after it, `A12` before it, `12AB`.
 * They are kept as written; only their order is computed.
 * @see the handbook, schedule and breakdown, section 2
 */
interface SceneNumber {
  readonly before: string
  readonly number: number
  readonly after: string
}

const grammar = /^([A-Z]*)[-.]?(\d{1,9})[-.]?([A-Z]*)$/

/**
 * Takes a number apart. Case, inner spaces and a dash or full stop between the parts do not matter.
 * @returns undefined for numbers of another kind, such as `A3-1`, which are legal in Fountain and kept as written
 * @example parseSceneNumber('12AB') // { before: '', number: 12, after: 'AB' }
 */
export function parseSceneNumber(written: string): SceneNumber | undefined {
  const match = grammar.exec(written.replace(/\s+/g, '').toUpperCase())
  if (!match) return undefined
  return { before: match[1] ?? '', number: Number(match[2]), after: match[3] ?? '' }
}

/** A before Z before AA, as inserted scenes are lettered. */
const byLetters = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

/** `A12` comes before `12`, and of two such prefixes the later letter is nearer to the scene. */
const byPrefix = (a: string, b: string): number => {
  if (a === b) return 0
  if (a === '') return 1
  if (b === '') return -1
  return byLetters(a, b)
}

const plain = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * Natural order: 2, 10, 10A, A11, 11. Numbers of another kind are ordered as text with digits read as numbers,
 * after those that follow the grammar.
 */
export function compareSceneNumbers(a: string, b: string): number {
  const left = parseSceneNumber(a)
  const right = parseSceneNumber(b)
  if (left && right)
    return (
      left.number - right.number ||
      byPrefix(left.before, right.before) ||
      byLetters(left.after, right.after) ||
      plain.compare(a, b)
    )
  if (left) return -1
  if (right) return 1
  return plain.compare(a, b)
}

/** The same number written two ways (`12a`, `12A`) is one number. */
export const sceneNumberKey = (written: string): string => {
  const parsed = parseSceneNumber(written)
  return parsed ? `${parsed.before}${parsed.number}${parsed.after}` : written.trim().toUpperCase()
}
