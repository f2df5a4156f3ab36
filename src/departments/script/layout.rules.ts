/**
 * A script laid out as it is typed: Courier 12, ten characters to the inch, six lines to the inch.
 * Lines are counted, not drawn: they give the length of a scene in eighths and the page it starts on.
 * @see the handbook, schedule and breakdown, sections 1 and 5
 */
import { fromLines } from '../../kernel/eighths.ts'
import type { Eighths, EighthsRounding } from '../../kernel/eighths.ts'
import { isOmitted, isPrinted, scenesOf } from './screenplay.rules.ts'
import type { ElementKind, ScriptElement } from './screenplay.rules.ts'

interface PageSetting {
  readonly linesPerPage: number
  readonly rounding: EighthsRounding
}

/** US Letter, rounded half up: what a script is measured by when nobody has said otherwise. */
const usualPage: PageSetting = { linesPerPage: 54, rounding: 'half_up' }

/** Columns each kind may fill. A cue starts at 3.7 inches and runs to the right margin. */
const widths: Partial<Record<ElementKind, number>> = { character: 38, parenthetical: 25, dialogue: 35, lyric: 35 }
const FULL_WIDTH = 60
/** Two speeches side by side share the width of the page. */
const DUAL_WIDTH = 28

export const widthOf = ({ kind, dual }: Pick<ScriptElement, 'kind' | 'dual'>): number =>
  dual ? DUAL_WIDTH : (widths[kind] ?? FULL_WIDTH)

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const combining = /\p{M}/u
// eslint-disable-next-line no-control-regex
const plainAscii = /^[\u0000-\u007F]*$/

const columnsOf = (char: string): number => (combining.test(char) ? 0 : wide.test(char) ? 2 : 1)

/** A line of laid-out text, as offsets into the element's text, half-open. */
interface TextLine {
  readonly from: number
  readonly until: number
}

/** Breaks text at spaces to a width in columns; characters of double width may be broken between. */
export function wrap(text: string, width: number): TextLine[] {
  const lines: TextLine[] = []
  let from = 0
  for (const part of text.split('\n')) {
    wrapLine(part, from, width, lines)
    from += part.length + 1
  }
  return lines
}

function wrapLine(part: string, start: number, width: number, lines: TextLine[]): void {
  const ascii = plainAscii.test(part)
  if (ascii && part.length <= width) {
    lines.push({ from: start, until: start + part.length })
    return
  }
  let from = 0
  let columns = 0
  let breakAt = -1
  for (let at = 0; at < part.length;) {
    const char = ascii ? part[at]! : String.fromCodePoint(part.codePointAt(at)!)
    const size = ascii ? 1 : columnsOf(char)
    if (columns + size > width && char !== ' ') {
      const until = breakAt > from ? breakAt : at
      lines.push({ from: start + from, until: start + until })
      from = until
      while (part[from] === ' ') from += 1
      at = Math.max(from, at)
      columns = ascii ? at - from : columnsIn(part.slice(from, at))
      breakAt = -1
      continue
    }
    if (char === ' ') breakAt = at
    columns += size
    at += char.length
    if (char === '-' || size === 2) breakAt = at
  }
  lines.push({ from: start + from, until: start + part.length })
}

const columnsIn = (text: string): number => {
  let sum = 0
  for (const char of text) sum += columnsOf(char)
  return sum
}

const needsSpace = (element: ScriptElement, previous: ScriptElement): boolean => {
  if (['dialogue', 'parenthetical'].includes(element.kind)) return false
  if (element.kind === 'lyric') return previous.kind === 'action'
  return !(element.centred && previous.centred && element.spaceBefore === 0)
}

/** Lines printed by a run of elements, blank lines between them included, before and after them not. */
export function linesOf(elements: readonly ScriptElement[]): number {
  let lines = 0
  let left = 0
  let previous: ScriptElement | undefined
  for (const element of elements) {
    if (!isPrinted(element) || element.text.trim() === '') continue
    const space = previous && needsSpace(element, previous) ? Math.max(1, element.spaceBefore ?? 1) : 0
    const own = space + wrap(element.text, widthOf(element)).length
    if (element.dual === 'right') {
      // Beside the left speech: only what is longer than it adds lines.
      const over = Math.max(0, own - left)
      lines += over
      left = Math.max(0, left - own)
    } else {
      lines += own
      left = element.dual === 'left' ? left + own : 0
    }
    previous = element
  }
  return lines
}

export interface MeasuredScene {
  readonly heading: ScriptElement
  readonly elements: readonly ScriptElement[]
  readonly lines: number
  /** The file's own length where it states one; an omitted scene has none. */
  readonly eighths: Eighths
  /** Page it starts on, as the file says or as counted from 1. */
  readonly page: string
}

/** Measures every scene. Blank lines before a heading belong to no scene but move the page on. */
export function measure(elements: readonly ScriptElement[], page: PageSetting = usualPage) {
  const { preamble, scenes } = scenesOf(elements)
  const opening = linesOf(preamble)
  let at = opening === 0 ? 0 : opening + 1
  const measured = scenes.map(({ heading, elements: own }): MeasuredScene => {
    if (own.some(({ kind }) => kind === 'page_break')) at = Math.ceil(at / page.linesPerPage) * page.linesPerPage
    const lines = linesOf(own)
    const start = Math.floor(at / page.linesPerPage) + 1
    at += lines + 1
    const eighths = isOmitted(heading.text)
      ? 0
      : (heading.eighths ?? fromLines(lines, page.linesPerPage, page.rounding))
    return { heading, elements: own, lines, eighths, page: heading.page ?? String(start) }
  })
  return { preamble, scenes: measured, pages: Math.max(1, Math.ceil(at / page.linesPerPage)) }
}
