import Papa from 'papaparse'
import type { ContactDraft, ReadFile, ReadRecord, Reach, Unreadable } from './draft.contract.ts'
import { emptyDraft, tidy, withNote, withReach } from './draft.rules.ts'
import {
  columnsByContent,
  guessColumns,
  looksLikeEmail,
  looksLikePhone,
  type Column,
  type ColumnMeaning,
} from './headers.rules.ts'
import { emailKey, fold, phoneKey } from './likeness.rules.ts'
import { readBirthDate, readsLikeCompany, splitName } from './names.rules.ts'
import { readText } from './text.reader.ts'

/** What a person corrected about the columns: column index → meaning. */
export type ColumnChoices = Readonly<Record<number, ColumnMeaning>>

export interface CsvFile extends ReadFile {
  readonly columns: readonly Column[]
}

interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly broken: string | null
}

/**
 * Reads a contact or crew list. Formulas stay the text they are and are never worked out.
 * @param departments names of the office's departments, so that a row saying only "CAMERA" heads the rows below it
 */
export function readCsv(bytes: Uint8Array, departments: readonly string[], choices: ColumnChoices = {}): CsvFile {
  const { text, encoding, remarks } = readText(bytes)
  const rows = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const at = headingRow(rows) ?? foreignHeadings(rows)
  const guessed = columnsOf(rows, at)
  const columns = guessed.map((column) => ({ ...column, meaning: choices[column.index] ?? column.meaning }))
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
function foreignHeadings(rows: readonly SourceRow[]): number | null {
  const first = rows[0]?.cells ?? []
  if (rows.length < 2 || first.some((cell) => looksLikeEmail(cell) || looksLikePhone(cell))) return null
  const below = columnsByContent(rows.slice(1).map(({ cells }) => cells))
  return below.some(
    ({ index, meaning }) => meaning !== 'name' && meaning !== null && (first[index] ?? '').trim() !== '',
  )
    ? 0
    : null
}

function columnsOf(rows: readonly SourceRow[], at: number | null): readonly Column[] {
  const headings = at === null ? [] : (rows[at]?.cells ?? [])
  const guessed = at === null ? null : guessColumns(headings)
  if (guessed !== null) return guessed
  const below = columnsByContent(rows.slice(at === null ? 0 : at + 1).map(({ cells }) => cells))
  return below.map((column) => ({ ...column, heading: headings[column.index]?.trim() || column.heading }))
}

function rowsOf(text: string): SourceRow[] {
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
  records.push({ line: row.line, contact: { ...contact, department: contact.department ?? heading }, warnings })
}

function contactOf(cells: readonly string[], columns: readonly Column[], warnings: string[]): ContactDraft | null {
  const value = (meaning: ColumnMeaning) => {
    const column = columns.find((each) => each.meaning === meaning)
    return column === undefined ? null : cellText(cells[column.index])
  }
  const base = named(value)
  if (base === null) return null
  const reaches = columns.flatMap((column) => reachesOf(column, cellText(cells[column.index])))
  const of = (kind: string) => reaches.filter((reach) => reach.kind === kind)
  const unread = of('unclear').map(({ value: text, heading }) => {
    warnings.push(`“${text}” does not look like an e-mail address; it is kept in the notes.`)
    return `${heading}: ${text}`
  })
  const birth = value('birthDate')
  const birthDate = birth === null ? null : readBirthDate(birth)
  if (birth !== null && birthDate === null)
    warnings.push(`“${birth}” can be read as more than one date, or none; it is kept in the notes.`)
  const rest = columns
    .filter(({ meaning, index }) => (meaning === null || meaning === 'notes') && cellText(cells[index]) !== null)
    .map(
      ({ meaning, heading, index }) =>
        `${meaning === 'notes' ? '' : `${heading || 'Also'}: `}${cellText(cells[index])}`,
    )
  const beyond = cells
    .slice(columns.length)
    .map((cell) => cellText(cell))
    .filter((text) => text !== null)
  const notes = [...rest, ...beyond, ...unread, ...(birth !== null && birthDate === null ? [`Born: ${birth}`] : [])]
  const single = Object.fromEntries(
    (
      [
        'legalName',
        'creditName',
        'pronouns',
        'department',
        'position',
        'timeZone',
        'union',
        'dietary',
        'allergies',
        'emergencyContact',
      ] as const
    ).map((key) => [key, value(key)]),
  )
  return {
    ...base,
    ...single,
    emails: of('email').reduce<Reach[]>(
      (list, { label, value: text }) => withReach(list, { label, value: text }, emailKey),
      [],
    ),
    phones: of('phone').reduce<Reach[]>(
      (list, { label, value: text }) => withReach(list, { label, value: text }, phoneKey),
      [],
    ),
    websites: of('website').map(({ value: text }) => text),
    homeBase: value('homeBase') ?? value('city'),
    address: addressOf(value),
    languages: (value('languages') ?? '')
      .split(/[,;/]/)
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, 30),
    birthDate,
    notes: notes.reduce<string | null>(withNote, null),
  }
}

type Value = (meaning: ColumnMeaning) => string | null

/** Company or person: said outright, else a row without a person's name, else a name that reads like a company's. */
function named(value: Value): ContactDraft | null {
  const [given, family, whole, company] = [value('givenName'), value('familyName'), value('name'), value('company')]
  const joined = [given, family].filter(Boolean).join(' ')
  const name = whole ?? (joined === '' ? null : joined)
  const said = fold(value('kind') ?? '')
  if (name === null) return company === null ? null : emptyDraft('company', company)
  if (
    said === 'company' ||
    said === 'vendor' ||
    (given === null && family === null && said !== 'person' && readsLikeCompany(name))
  )
    return { ...emptyDraft('company', name), companyName: company === name ? null : company }
  const parts = splitName(name)
  const display = whole === null || parts.display !== whole ? parts.display : whole
  return {
    ...emptyDraft('person', display),
    givenName: given ?? parts.givenName,
    familyName: family ?? parts.familyName,
    companyName: company,
  }
}

function addressOf(value: Value): string | null {
  const town = [value('postcode'), value('city')].filter(Boolean).join(' ')
  const street = value('street') ?? value('address')
  if (street === null && value('postcode') === null) return null
  return [street, town, value('region'), value('country')].filter(Boolean).join('\n')
}

/** One cell may hold several addresses ("a@x.org; b@x.org"); numbers are split only at marks no number contains. */
function reachesOf({ meaning, label, heading }: Column, text: string | null) {
  if (text === null || (meaning !== 'email' && meaning !== 'phone' && meaning !== 'website')) return []
  const parts = text
    .split(meaning === 'phone' ? /[;\n]|\s:::\s|\s\/\s/ : /[;,\s\n]+|\s:::\s/)
    .map((part) =>
      part
        .replace(/^(mailto|tel):/i, '')
        .replace(/^<|>$/g, '')
        .trim(),
    )
    .filter((part) => part !== '' && part !== ':::')
  if (meaning === 'email' && !parts.some(looksLikeEmail)) return [{ kind: 'unclear', label, heading, value: text }]
  return parts.map((part) => ({
    kind: meaning === 'email' && !looksLikeEmail(part) ? 'unclear' : meaning,
    label,
    heading,
    value: part,
  }))
}

/** The quote that spreadsheets, ours included, put before a cell that would otherwise be a formula is not part of it. */
function cellText(cell: string | undefined): string | null {
  const text = (cell ?? '').replace(/^'(?=[=+\-@\t])/, '')
  return tidy(text.replace(/\r\n?/g, '\n'))
}
