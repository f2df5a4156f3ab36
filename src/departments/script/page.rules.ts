/** A scene as it stands on its script page: lines as they are typed, with spans that mark words and shift no letter. */
import { durationText } from '../../kernel/time.ts'
import { wrap, widthOf } from './layout.rules.ts'
import { nameKey, wholeNames } from './names.rules.ts'
import { isPrinted } from './screenplay.rules.ts'
import type { ScriptElement } from './screenplay.rules.ts'

export interface Span {
  readonly element: number
  readonly from: number
  readonly until: number
  /** `tagged` stands on the sheet, `proposed` waits for an answer. */
  readonly is: 'tagged' | 'proposed'
  readonly key: string
  readonly category: string
}

export interface Piece {
  readonly text: string
  readonly span: Span | null
  /** The span ends with this piece: its icon stands here. */
  readonly last: boolean
}

interface PageLine {
  readonly pieces: readonly Piece[]
}

export interface PageBlock {
  readonly index: number
  readonly element: ScriptElement
  readonly lines: readonly PageLine[]
}

interface Named {
  readonly id: string
  readonly category: string
  readonly names: readonly string[]
}

/** Where elements of the sheet are named in the text. Cues name their character; longer names win over shorter. */
export function mentionsOf(elements: readonly ScriptElement[], named: readonly Named[]): Span[] {
  const byName = new Map(named.flatMap((one) => one.names.map((name) => [nameKey(name), one] as const)))
  const names = [...byName.keys()].filter((name) => name.length > 1)
  if (names.length === 0) return []
  const pattern = wholeNames(names)
  return elements.flatMap(({ kind, text }, element) => {
    if (kind !== 'action' && kind !== 'shot' && kind !== 'character') return []
    return [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const one = byName.get(nameKey(match[0]))
      if (!one || (kind === 'character' && one.category !== 'cast')) return []
      const from = match.index
      return [{ element, from, until: from + match[0].length, is: 'tagged', key: one.id, category: one.category }]
    })
  })
}

/** The first place of each marked thing stays marked; spans that would cross another are left out. */
export function withoutOverlap(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => rank(a) - rank(b)))
    if (!kept.some((one) => one.element === span.element && one.from < span.until && span.from < one.until))
      kept.push(span)
  return kept
}
const rank = ({ is, from, until }: Span) => (is === 'proposed' ? 0 : 1) * 10_000 - (until - from)

export function blocksOf(elements: readonly ScriptElement[], spans: readonly Span[]): PageBlock[] {
  const byElement = Map.groupBy(spans, ({ element }) => element)
  return elements.flatMap((element, index) => {
    if (!isPrinted(element)) return []
    const own = (byElement.get(index) ?? []).toSorted((a, b) => a.from - b.from)
    return [
      { index, element, lines: wrap(element.text, widthOf(element)).map((line) => piecesOf(element.text, line, own)) },
    ]
  })
}

function piecesOf(text: string, { from, until }: { from: number; until: number }, spans: readonly Span[]): PageLine {
  const pieces: Piece[] = []
  let at = from
  for (const span of spans) {
    const start = Math.max(span.from, from)
    const end = Math.min(span.until, until)
    if (start >= end) continue
    if (start > at) pieces.push({ text: text.slice(at, start), span: null, last: false })
    pieces.push({ text: text.slice(start, end), span, last: end === span.until })
    at = end
  }
  if (at < until) pieces.push({ text: text.slice(at, until), span: null, last: false })
  return { pieces }
}

/** A page is a minute of screen time, as the trade counts: 1 3/8 is 1:23. */
export const screenTime = (eighths: number): string => durationText(Math.round(eighths * 7.5))
