import { contactOf } from './csv.contact.ts'
import { rowsOf, type SourceRow } from './csv.rows.ts'
import type { ReadFile, ReadRecord, Unreadable } from './draft.contract.ts'
import { tidy } from './draft.rules.ts'
import {
  columnsByContent,
  guessColumns,
  looksLikeEmail,
  looksLikePhone,
  type Column,
  type KnownWords,
  type ColumnMeaning,
} from './headers.rules.ts'
import { fold } from './likeness.rules.ts'
import { positionKeys, type NamedPosition } from './position.rules.ts'
import { readText } from './text.reader.ts'

/** What a person corrected about the columns: column index → meaning. */
type ColumnChoices = Readonly<Record<number, ColumnMeaning>>

export interface Reading {
  /**
   * The office's departments, so that a row saying only "CAMERA" heads the rows below it, and its positions, by which
   * a column without a heading is known.
   */
  readonly departments: readonly { readonly name: string; readonly positions: readonly NamedPosition[] }[]
  readonly choices?: ColumnChoices
  /** `crew` is a production's list, where people play characters; the directory keeps such a column in the notes. */
  readonly list?: 'directory' | 'crew'
}

export interface CsvFile extends ReadFile {
  readonly columns: readonly Column[]
}

/** Reads a contact or crew list. Formulas stay the text they are and are never worked out. */
export function readCsv(bytes: Uint8Array, { departments: known, choices = {}, list = 'directory' }: Reading): CsvFile {
  const { text, encoding, remarks } = readText(bytes)
  const rows = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const departments = known.map(({ name }) => name)
  const words: KnownWords = {
    departments: new Set(departments.map(fold)),
    positions: positionKeys(known.flatMap(({ positions }) => positions)),
  }
  const at = headingRow(rows) ?? foreignHeadings(rows, words)
  const guessed = columnsOf(rows, at, words)
  const columns = guessed
    .map((column) => ({ ...column, meaning: choices[column.index] ?? column.meaning }))
    .map((column) => (column.meaning === 'character' && list === 'directory' ? { ...column, meaning: null } : column))
  const above = rows.slice(0, at ?? 0)
  const records: ReadRecord[] = []
  const unreadable: Unreadable[] = []
  let department: string | null = null
  for (const row of rows.slice(at === null ? 0 : at + 1)) {
    const heading = departmentHeading(row.cells, departments)
    if (heading !== null) department = heading
    else if (row.broken !== null) unreadable.push({ line: row.line, text: excerpt(row.cells), reason: row.broken })
    else take(row, columns, department, records, unreadable)
  }
  const unknown = columns.filter(({ meaning }) => meaning === null)
  return {
    format: 'csv',
    encoding,
    columns,
    records,
    unreadable,
    remarks: [
      ...remarks,
      ...above.map(({ cells, line }) => `Line ${line} stands above the headings and was left out: ${excerpt(cells)}`),
      ...(at === null && rows.length > 0
        ? ['The list has no headings, so the columns were told from what is in them.']
        : []),
      ...(unknown.length > 0
        ? [`Kept in the notes: ${unknown.map(({ heading }) => heading || 'a column without heading').join(', ')}.`]
        : []),
    ],
  }
}

/** Many crew lists begin with a title; the headings are the first of ten rows that names at least two things. */
function headingRow(rows: readonly SourceRow[]): number | null {
  const known = (cells: readonly string[]) =>
    (guessColumns(cells) ?? []).filter(({ meaning }) => meaning !== null).length
  const at = rows
    .slice(0, 10)
    .findIndex(({ cells }) => known(cells) >= Math.min(2, cells.filter((cell) => cell.trim()).length))
  return at === -1 ? null : at
}

/** Headings in words we do not know stand above columns that plainly hold addresses or numbers. */
function foreignHeadings(rows: readonly SourceRow[], words: KnownWords): number | null {
  const first = rows[0]?.cells ?? []
  if (rows.length < 2 || first.some((cell) => looksLikeEmail(cell) || looksLikePhone(cell))) return null
  const below = columnsByContent(
    rows.slice(1).map(({ cells }) => cells),
    words,
  )
  return below.some(
    ({ index, meaning }) => (meaning === 'email' || meaning === 'phone') && (first[index] ?? '').trim() !== '',
  )
    ? 0
    : null
}

function columnsOf(rows: readonly SourceRow[], at: number | null, words: KnownWords): readonly Column[] {
  const headings = at === null ? [] : (rows[at]?.cells ?? [])
  const guessed = at === null ? null : guessColumns(headings)
  if (guessed !== null) return guessed
  const below = columnsByContent(
    rows.slice(at === null ? 0 : at + 1).map(({ cells }) => cells),
    words,
  )
  return below.map((column) => ({ ...column, heading: headings[column.index]?.trim() || column.heading }))
}

const excerpt = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim())
    .join(', ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)

function departmentHeading(cells: readonly string[], departments: readonly string[]): string | null {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  if (filled.length !== 1) return null
  const word = fold(filled[0] ?? '').replace(/ (department|dept|unit|abteilung)$/, '')
  return departments.find((name) => fold(name) === word) ?? null
}

function take(
  row: SourceRow,
  columns: readonly Column[],
  heading: string | null,
  records: ReadRecord[],
  unreadable: Unreadable[],
): void {
  const warnings: string[] = []
  const contact = contactOf(row.cells, columns, warnings)
  if (contact === null) {
    unreadable.push({
      line: row.line,
      text: excerpt(row.cells),
      reason: 'There is neither a name nor a company on this row.',
    })
    return
  }
  const plays = columns.find(({ meaning }) => meaning === 'character')
  const character = tidy(plays && row.cells[plays.index])
  records.push({
    line: row.line,
    contact: { ...contact, department: contact.department ?? heading },
    ...(character !== null && { character }),
    warnings,
  })
}
