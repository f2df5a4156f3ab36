import Papa from 'papaparse'

/** A row of a delimited file with the line it begins on, counted from 1. */
export interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly broken: string | null
}

/** The rows of a CSV text, whatever parts its cells; quoted line breaks stay inside their row. */
export function rowsOf(text: string): SourceRow[] {
  const source = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '\n')
  const starts: number[] = []
  const rows: string[][] = []
  const broken = new Map<number, string>()
  let cursor = 0
  Papa.parse<string[]>(source, {
    delimiter: delimiterOf(source),
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === 'Quotes'))
        broken.set(rows.length, 'A quotation mark opens and never closes, so it is unclear where this row ends.')
      starts.push(cursor)
      rows.push(data)
      cursor = meta.cursor
    },
  })
  const lineAt = lineCounter(source)
  return rows.map((cells, index) => ({ line: lineAt(starts[index] ?? 0), cells, broken: broken.get(index) ?? null }))
}

/** Counted on the first lines outside quotes, because the library's own guess is thrown off by addresses full of commas. */
function delimiterOf(source: string): string {
  const head = source
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim())
    .slice(0, 12)
  const score = (mark: string) => {
    const counts = head.map((line) => line.split(mark).length - 1)
    return counts.filter((count) => count > 0).length * 100 + Math.min(99, ...counts.filter((count) => count > 0))
  }
  const [best] = [',', ';', '\t', '|']
    .filter((mark) => head.some((line) => line.includes(mark)))
    .sort((a, b) => score(b) - score(a))
  return best ?? ','
}

function lineCounter(source: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    for (; at < offset; at++) if (source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n')) line++
    return line
  }
}
