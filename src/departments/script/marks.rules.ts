/** Emphasis as Fountain writes it, to and from spans over plain text. Emphasis never runs over a line end. */
import type { Aside, Mark } from './screenplay.rules.ts'

/** One character of a private plane stands for each aside while a line is read. */
export const ASIDE = '\uE000'

interface Delimiter {
  readonly at: number
  readonly sign: string
}

const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char)
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
const escapable = /[!-/:-@[-`{-~]/

const kindsOf = (sign: string): string[] =>
  sign === '***' ? ['bold', 'italic'] : sign === '**' ? ['bold'] : sign === '*' ? ['italic'] : ['underline']

function closes(line: string, at: number, sign: string): boolean {
  return !isSpace(line[at - 1]) && (sign !== '_' || !isWord(line[at + 1]))
}
function opens(line: string, at: number, sign: string): boolean {
  return !isSpace(line[at + sign.length]) && (sign !== '_' || !isWord(line[at - 1]))
}

/** Pairs of delimiters in one line: position of each opening sign to its closing one, and back. */
function pairs(line: string): Map<number, { sign: string; partner: number }> {
  const stack: Delimiter[] = []
  const paired = new Map<number, { sign: string; partner: number }>()
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at]!
    if (char === '\\') {
      at += 1
      continue
    }
    if (char !== '*' && char !== '_') continue
    let sign = char
    while (char === '*' && sign.length < 3 && line[at + sign.length] === '*') sign += '*'
    const open = closes(line, at, sign) ? stack.findLastIndex((one) => one.sign === sign) : -1
    if (open >= 0) {
      const start = stack[open]!
      paired.set(start.at, { sign, partner: at })
      paired.set(at, { sign, partner: start.at })
      stack.splice(open)
    } else if (opens(line, at, sign)) stack.push({ at, sign })
    at += sign.length - 1
  }
  return paired
}

/** Reads one element's raw text: takes out emphasis, escapes and asides. */
export function readMarks(
  raw: string,
  nextAside: () => Omit<Aside, 'at'>,
): {
  text: string
  marks: Mark[]
  asides: Aside[]
} {
  if (!/[*_\\\uE000]/.test(raw)) return { text: raw, marks: [], asides: [] }
  let text = ''
  const marks: Mark[] = []
  const asides: Aside[] = []
  for (const [index, line] of raw.split('\n').entries()) {
    if (index > 0) text += '\n'
    const paired = pairs(line)
    const opened = new Map<number, number>()
    for (let at = 0; at < line.length; at += 1) {
      const char = line[at]!
      const pair = paired.get(at)
      if (pair) {
        if (pair.partner > at) opened.set(at, text.length)
        else {
          const from = opened.get(pair.partner) ?? text.length
          for (const kind of kindsOf(pair.sign)) marks.push({ from, until: text.length, kind })
        }
        at += pair.sign.length - 1
      } else if (char === ASIDE) asides.push({ at: text.length, ...nextAside() })
      else if (char === '\\' && escapable.test(line[at + 1] ?? '')) {
        text += line[at + 1]!
        at += 1
      } else text += char
    }
  }
  return { text, marks: tidy(marks), asides }
}

/** Spans in one order, without empty ones, so that two readings can be compared. */
export const tidy = (marks: readonly Mark[]): Mark[] =>
  marks
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from || b.until - a.until || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))

const escaped = (char: string, next: string | undefined) =>
  char === '*' || char === '_' || (char === '\\' && escapable.test(next ?? '')) ? `\\${char}` : char

const signs = ['underline', 'bold', 'italic'] as const
const signOf = { underline: '_', bold: '**', italic: '*' }

/** A sign beside a space is no sign in Fountain, so a span gives up the spaces at the ends of each of its lines. */
function withoutEdges(text: string, mark: Mark): Mark[] {
  const spans: Mark[] = []
  let from = mark.from
  for (const line of text.slice(mark.from, mark.until).split('\n')) {
    const inner = line.trim()
    const start = from + line.indexOf(inner)
    if (inner !== '') spans.push({ ...mark, from: start, until: start + inner.length })
    from += line.length + 1
  }
  return spans
}

/**
 * Writes text with its emphasis and asides in Fountain's signs.
 * Emphasis that crosses a line end is closed and opened again.
 */
export function writeMarks(text: string, marks: readonly Mark[] = [], asides: readonly Aside[] = []): string {
  const kept = asides.filter(({ kind }) => kind !== 'xml')
  if (marks.length === 0 && kept.length === 0 && !/[*_\\]/.test(text)) return text
  const spans = marks.flatMap((mark) => withoutEdges(text, mark))
  const styled = (at: number) =>
    text[at] === '\n'
      ? []
      : signs.filter((kind) => spans.some((mark) => mark.kind === kind && mark.from <= at && at < mark.until))
  let out = ''
  let open: (typeof signs)[number][] = []
  for (let at = 0; at <= text.length; at += 1) {
    const wanted = at < text.length ? styled(at) : []
    let shared = 0
    while (shared < open.length && open[shared] === wanted[shared]) shared += 1
    for (const kind of open.slice(shared).reverse()) out += signOf[kind]
    for (const aside of kept) if (aside.at === at) out += `${aside.ownLine ? '\n' : ''}${writeAside(aside)}`
    for (const kind of wanted.slice(shared)) out += signOf[kind]
    open = wanted
    if (at < text.length) out += escaped(text[at]!, text[at + 1])
  }
  return out
}

export const writeAside = ({ kind, text }: Pick<Aside, 'kind' | 'text'>): string =>
  kind === 'boneyard' ? `/*${text}*/` : `[[${text}]]`
