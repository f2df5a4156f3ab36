/**
 * Reads Fountain, complete: title page, forced marks, dual dialogue, notes and struck text over lines, emphasis.
 * Nothing is dropped: every character of the source is in the text, the marks or the asides of some element.
 * @see the handbook, schedule and breakdown, section 3, and the syntax page of fountain.io
 */
import { ASIDE, readMarks } from '../marks.rules.ts'
import type { ElementKind, Screenplay, ScriptElement } from '../screenplay.rules.ts'
import { takeAsides } from './asides.ts'
import type { SourceLine, TakenAside } from './asides.ts'
import { classify, speech } from './fountainLines.ts'
import type { Line, Look, Reading } from './fountainLines.ts'
import { takeSceneNumber } from './fountainSyntax.ts'
import { readTitlePage } from './titlePage.ts'

/** Kinds a person has given to lines, by the line in the source. They stand above every other rule. */
export type Retags = ReadonlyMap<number, ElementKind>

interface Draft {
  kind: ElementKind
  raw: string
  line: number
  lastLine: number
  spaceBefore: number
  centred?: boolean
  dual?: 'left' | 'right'
  depth?: number
  forced?: boolean
}

/** Reads a whole script. It never fails: what has no other meaning is action. */
export function readFountain(source: string, retags: Retags = new Map()): Screenplay {
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\f', ' ')
  const { lines, asides, warnings } = takeAsides(text)
  const title = readTitlePage(lines, asides)
  const body = title ? [...lines.slice(0, title.from), ...lines.slice(title.until)] : lines
  const queue = asidesOutside(lines, asides, title)
  const drafts = readLines(body, retags, queue)
  return {
    format: 'fountain',
    titlePage: title?.entries ?? [],
    elements: finishAll(drafts, queue),
    warnings,
    tags: [],
    extras: [],
  }
}

/** Asides of the title page live in its values; the rest are met again in order. */
function asidesOutside(
  lines: readonly SourceLine[],
  asides: readonly TakenAside[],
  title: { from: number; asidesInside: number } | undefined,
): TakenAside[] {
  if (!title) return [...asides]
  const before = lines.slice(0, title.from).reduce((sum, { raw }) => sum + raw.split(ASIDE).length - 1, 0)
  return [...asides.slice(0, before), ...asides.slice(before + title.asidesInside)]
}

function readLines(body: readonly SourceLine[], retags: Retags, asides: readonly TakenAside[]): Draft[] {
  const lines: Line[] = body.map(({ raw, line, lastLine }) => {
    const bare = raw.replaceAll(ASIDE, '')
    return { raw, bare, trimmed: bare.trim(), line, lastLine, asideOnly: raw !== bare && bare.trim() === '' }
  })
  const drafts: Draft[] = []
  const reading: Reading = { lines, previous: undefined, blanks: 1 }
  let asideAt = 0
  /** Blank lines inside a speech, written once it goes on. */
  let owed = 0
  for (const [index, line] of lines.entries()) {
    const here = asides.slice(asideAt, asideAt + line.raw.split(ASIDE).length - 1)
    asideAt += here.length
    const open = drafts.at(-1)
    if (line.asideOnly) readAsideLine(line, here, drafts, reading)
    else if (line.trimmed !== '') {
      readTextLine(line, classify(reading, index, retags.get(line.line)), drafts, reading, owed)
      owed = 0
    } else if (open && keepsBlankInside(lines, index, reading)) owed += 1
    else {
      reading.blanks += 1
      owed = 0
    }
  }
  return drafts
}

/** A line of nothing but asides: they hang on the text right above, or stand alone. */
function readAsideLine(line: Line, here: readonly TakenAside[], drafts: Draft[], reading: Reading): void {
  const open = drafts.at(-1)
  if (open && reading.blanks === 0 && !standsAlone(open.kind)) {
    for (const aside of here) aside.ownLine = true
    open.raw += ASIDE.repeat(here.length)
    open.lastLine = line.lastLine
    return
  }
  for (const [at, { kind, line: first, lastLine }] of here.entries()) {
    const spaceBefore = at === 0 ? reading.blanks : 0
    drafts.push({ kind, raw: ASIDE, line: first, lastLine, spaceBefore })
    reading.previous = kind
  }
  reading.blanks = 0
}

function readTextLine(line: Line, look: Look, drafts: Draft[], reading: Reading, owed: number): void {
  const open = drafts.at(-1)
  if (look.joins && open && open.kind === look.kind && !open.centred) {
    open.raw += '\n'.repeat(1 + owed) + look.raw
    open.lastLine = line.lastLine
  } else {
    const { kind, raw, centred, depth, forced } = look
    const extra = { ...(centred ? { centred } : {}), ...(depth ? { depth } : {}), ...(forced ? { forced } : {}) }
    drafts.push({ kind, raw, line: line.line, lastLine: line.lastLine, spaceBefore: reading.blanks, ...extra })
    if (look.dual) markDual(drafts)
    else if (speech.has(kind) && kind !== 'character' && open?.dual && reading.blanks === 0)
      drafts.at(-1)!.dual = open.dual
  }
  reading.previous = look.kind
  reading.blanks = 0
}

const standsAlone = (kind: ElementKind) => kind === 'note' || kind === 'boneyard'

/** A line of two spaces inside a speech is a blank line that is spoken through. */
const keepsBlankInside = (lines: readonly Line[], index: number, reading: Reading) =>
  reading.previous === 'dialogue' &&
  reading.blanks === 0 &&
  lines[index]!.raw.length >= 2 &&
  (lines[index + 1]?.trimmed ?? '') !== ''

/** A second cue with `^` stands beside the speech before it. */
function markDual(drafts: Draft[]): void {
  const right = drafts.at(-1)!
  right.dual = 'right'
  for (let at = drafts.length - 2; at >= 0; at -= 1) {
    const draft = drafts[at]!
    if (!speech.has(draft.kind) || draft.dual === 'right') break
    draft.dual = 'left'
    if (draft.kind === 'character') break
  }
}

/** Usual blank lines before an element of a kind. */
export const usualSpace = (kind: ElementKind): number =>
  kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyric' ? 0 : 1

function finishAll(drafts: readonly Draft[], queue: readonly TakenAside[]): ScriptElement[] {
  let at = 0
  const next = () => {
    const { kind, text, ownLine } = queue[at++]!
    return { kind, text, ...(ownLine ? { ownLine } : {}) }
  }
  return drafts.map((draft, index) => {
    const { kind, line, lastLine } = draft
    if (standsAlone(kind)) return withSpace({ kind, text: next().text, line, lastLine }, draft, index)
    const heading = kind === 'heading' ? headingParts(draft.raw) : { raw: draft.raw }
    const { text, marks, asides } = readMarks(heading.raw, next)
    const element: ScriptElement = { kind, text: kind === 'action' ? text : text.trim(), line, lastLine }
    if (marks.length > 0) element.marks = marks
    if (asides.length > 0) element.asides = asides
    if ('number' in heading && heading.number) element.number = heading.number
    if (draft.centred) element.centred = true
    if (draft.dual) element.dual = draft.dual
    if (draft.depth) element.depth = draft.depth
    if (draft.forced && ['action', 'character', 'heading'].includes(kind)) element.forced = true
    return withSpace(element, draft, index)
  })
}

function withSpace(element: ScriptElement, { kind, spaceBefore }: Draft, index: number): ScriptElement {
  if (index > 0 && spaceBefore !== usualSpace(kind)) element.spaceBefore = spaceBefore
  return element
}

/** The number may stand before or after a note on the same line. */
function headingParts(raw: string): { raw: string; number?: string } {
  const bare = raw.replaceAll(ASIDE, '').trimEnd()
  const { number } = takeSceneNumber(bare)
  if (!number) return { raw }
  return { raw: raw.replace(new RegExp(`\\s*#${number.replace(/[.\\-]/g, '\\$&')}#`), ''), number }
}
