export type State = 'done' | 'partly' | 'not yet'

export interface Row {
  id: string
  what: string
  state: State
  note: string
}

export interface Ledger {
  rows: Row[]
  /** Lines that look like rows and cannot be read, with what is wrong. */
  unreadable: string[]
}

export const ID = /\b[A-Z]{1,3}\d?-\d{1,3}\b/g

const isState = (text: string): text is State => ['done', 'partly', 'not yet'].includes(text)

/** The rows of docs/features.md: `| ID | what | state | note |`. */
export function readLedger(text: string): Ledger {
  const ledger: Ledger = { rows: [], unreadable: [] }
  for (const line of text.split('\n')) {
    const [, id = '', what = '', state = '', note = ''] = line.split('|').map((cell) => cell.trim())
    if (!/^[A-Z]{1,3}\d?-\d{1,3}$/.test(id)) continue
    if (isState(state)) ledger.rows.push({ id, what, state, note })
    else ledger.unreadable.push(`${id}: "${state}" is none of done, partly, not yet.`)
  }
  return ledger
}

/** Titles of the tests in a source file: the first string of `test(`, `it(` or `describe(`, tables included. */
export function titlesIn(source: string): string[] {
  const call = /\b(?:test|it|describe)(?:\.\w+)*(?:\((?!['"`])[\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  return [...source.matchAll(call)].map((match) => match[2] ?? '')
}

/** What keeps the ledger from being honest. */
export function faultsIn({ rows, unreadable }: Ledger, titles: readonly string[]): string[] {
  const shown = new Set(titles.flatMap((title) => title.match(ID) ?? []))
  const twice = rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) !== index)
  const unshown = rows.filter(({ id, state }) => state === 'done' && !shown.has(id))
  const unsaid = rows.filter(({ state, note }) => state === 'partly' && note === '')
  return [
    ...unreadable,
    ...twice.map(({ id }) => `${id} stands in the ledger twice.`),
    ...unshown.map(({ id }) => `${id} is marked done, and no test carries it in its title.`),
    ...unsaid.map(({ id }) => `${id} is marked partly, and the note does not say what is missing.`),
  ]
}
