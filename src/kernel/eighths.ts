/**
 * Page length in eighths, as first assistants count it: a whole number of eighths of a page.
 * Sums stay in eighths (`2 2/8`, never `2 1/4`), because boards and one-liners are read against each other.
 * @see the handbook, schedule and breakdown, section 5
 */
export type Eighths = number

/** How a measured length becomes whole eighths. Cautious assistants count every started eighth. */
export type EighthsRounding = 'half_up' | 'ceil'

/** Lines a page holds in the trade's usual layout; a production can set its own. */
export const LINES_PER_PAGE = { letter: 54, a4: 58 } as const

/**
 * Length of a scene from its laid-out lines, never less than one eighth.
 * @example fromLines(17, 54) // 3, because 17 × 8 / 54 = 2.52
 * @example fromLines(17, 55, 'ceil') // 3
 */
export function fromLines(lines: number, linesPerPage: number, rounding: EighthsRounding = 'half_up'): Eighths {
  const numerator = lines * 8
  const whole = Math.floor(numerator / linesPerPage)
  const rest = numerator - whole * linesPerPage
  const up = rounding === 'ceil' ? rest > 0 : rest * 2 >= linesPerPage
  return Math.max(1, whole + (up ? 1 : 0))
}

/**
 * As written on a strip: `3/8`, `1`, `1 3/8`. Nothing is reduced.
 * @example formatEighths(18) // "2 2/8"
 */
export function formatEighths(eighths: Eighths): string {
  const sign = eighths < 0 ? '-' : ''
  const size = Math.abs(Math.round(eighths))
  const pages = Math.floor(size / 8)
  const rest = size % 8
  if (pages === 0) return rest === 0 ? '0' : `${sign}${rest}/8`
  return rest === 0 ? `${sign}${pages}` : `${sign}${pages} ${rest}/8`
}

/** The same with its noun, for sentences: `1 page`, `3/8 page`, `2 2/8 pages`. */
export const formatPages = (eighths: Eighths): string =>
  `${formatEighths(eighths)} ${eighths > 0 && eighths <= 8 ? 'page' : 'pages'}`

const vulgar: Record<string, Eighths> = { '½': 4, '¼': 2, '¾': 6, '⅛': 1, '⅜': 3, '⅝': 5, '⅞': 7 }
const written = /^(?:(\d{1,4})(?:\s+|$))?(?:(\d{1,4})\s*[/⁄]\s*([1248])|([½¼¾⅛⅜⅝⅞]))?$/u

/**
 * Reads what people type and what other programs write: `1 3/8`, `11/8`, `3/8`, `1`, `½`, `1½`.
 * @returns undefined when it is none of these (an empty length in a Final Draft file means "unknown")
 */
export function parseEighths(text: string): Eighths | undefined {
  const trimmed = text.trim().replace(/^(\d+)([½¼¾⅛⅜⅝⅞])$/u, '$1 $2')
  if (trimmed === '') return undefined
  const match = written.exec(trimmed)
  if (!match) return undefined
  const [, pages, upper, lower, sign] = match
  const part = sign ? vulgar[sign]! : upper && lower ? (Number(upper) * 8) / Number(lower) : 0
  if (!Number.isInteger(part)) return undefined
  return Number(pages ?? 0) * 8 + part
}

/** Total of a day, a board, a script. @example sumEighths([3, 5, 10]) // 18, shown as "2 2/8" */
export const sumEighths = (lengths: Iterable<Eighths>): Eighths => {
  let total = 0
  for (const length of lengths) total += length
  return total
}
