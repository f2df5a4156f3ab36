/** One content line of a vCard: `item1.TEL;TYPE=cell:+44 …` with the line it began on. */
export interface VcardLine {
  readonly line: number
  readonly group: string | null
  readonly name: string
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

interface BrokenLine {
  readonly line: number
  readonly text: string
}

interface Physical {
  readonly line: number
  text: string
}

/**
 * Unfolds and splits the lines of vCard 2.1, 3.0 and 4.0. A line without a colon is handed back as broken rather than
 * guessed at. Quoted-printable text of 2.1 goes on over line ends that finish with "=".
 */
export function vcardLines(text: string): { lines: VcardLine[]; broken: BrokenLine[] } {
  const lines: VcardLine[] = []
  const broken: BrokenLine[] = []
  for (const { line, text: content } of unfold(text)) {
    if (content.trim() === '') continue
    const parsed = parseLine(line, content)
    if (parsed === null) broken.push({ line, text: content.slice(0, 120) })
    else lines.push(parsed)
  }
  return { lines, broken }
}

function unfold(text: string): Physical[] {
  const folded: Physical[] = []
  let softBreak = false
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = folded.at(-1)
    const quoted = last !== undefined && /;(ENCODING=)?QUOTED-PRINTABLE[^:]*:/i.test(last.text)
    if (last !== undefined && (softBreak || /^[ \t]/.test(raw)))
      last.text = softBreak ? last.text.slice(0, -1) + raw : last.text + raw.slice(1)
    else folded.push({ line: index + 1, text: raw })
    const now = folded.at(-1)
    softBreak =
      now !== undefined && now.text.endsWith('=') && (quoted || /;(ENCODING=)?QUOTED-PRINTABLE[^:]*:/i.test(now.text))
  }
  return folded
}

function parseLine(line: number, content: string): VcardLine | null {
  const colon = outsideQuotes(content, ':')[0]
  if (colon === undefined) return null
  const [head = '', ...rawParams] = splitAt(content.slice(0, colon), outsideQuotes(content.slice(0, colon), ';'))
  const match = /^\s*(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)\s*$/.exec(head)
  if (!match?.[2]) return null
  const params = new Map<string, string[]>()
  for (const raw of rawParams) {
    const equals = raw.indexOf('=')
    const name = equals === -1 ? bareParam(raw) : raw.slice(0, equals).trim().toUpperCase()
    const text = equals === -1 ? raw : raw.slice(equals + 1)
    const values = splitAt(text, outsideQuotes(text, ',')).flatMap((value) =>
      value.trim().replace(/^"|"$/g, '').split(','),
    )
    params.set(name, [...(params.get(name) ?? []), ...values])
  }
  return {
    line,
    group: match[1]?.toLowerCase() ?? null,
    name: match[2].toUpperCase(),
    params,
    value: decode(content.slice(colon + 1), params),
  }
}

/** In 2.1 `TEL;HOME;VOICE` leaves out the parameter's name. */
const bareParam = (raw: string): string =>
  /^(quoted-printable|base64|b|8bit|7bit)$/i.test(raw.trim()) ? 'ENCODING' : 'TYPE'

function outsideQuotes(text: string, mark: string): number[] {
  const found: number[] = []
  let inside = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') inside = !inside
    else if (text[at] === mark && !inside) found.push(at)
  }
  return found.length === 0 && inside ? plainMarks(text, mark) : found
}

/** A quotation mark that never closes is only a character. */
const plainMarks = (text: string, mark: string): number[] =>
  Array.from(text).length === 0
    ? []
    : [...text.matchAll(mark === ':' ? /:/g : mark === ';' ? /;/g : /,/g)].map(({ index }) => index)

function splitAt(text: string, marks: readonly number[]): string[] {
  const edges = [-1, ...marks, text.length]
  return edges.slice(1).map((edge, index) => text.slice((edges[index] ?? -1) + 1, edge))
}

function decode(value: string, params: ReadonlyMap<string, readonly string[]>): string {
  if (!params.get('ENCODING')?.some((encoding) => /quoted-printable/i.test(encoding))) return value
  const bytes: number[] = []
  for (let at = 0; at < value.length; at++) {
    const hex = /^=([0-9A-Fa-f]{2})/.exec(value.slice(at, at + 3))
    if (hex?.[1]) {
      bytes.push(Number.parseInt(hex[1], 16))
      at += 2
    } else bytes.push(...new TextEncoder().encode(value[at] ?? ''))
  }
  return decoderFor(params.get('CHARSET')?.[0]).decode(Uint8Array.from(bytes))
}

function decoderFor(charset: string | undefined): { decode: (bytes: Uint8Array) => string } {
  try {
    return new TextDecoder(charset ?? 'utf-8')
  } catch {
    return new TextDecoder('utf-8')
  }
}

/** `Firma\;Nord;Camera` → the parts between unescaped semicolons, still escaped. */
export const structured = (value: string): string[] => splitAt(value, unescapedMarks(value, ';'))
export const listed = (value: string): string[] => splitAt(value, unescapedMarks(value, ','))

function unescapedMarks(value: string, mark: string): number[] {
  const marks: number[] = []
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === mark) marks.push(at)
  }
  return marks
}

export const unescape = (value: string): string =>
  value.replace(/\\([nN,;:\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
