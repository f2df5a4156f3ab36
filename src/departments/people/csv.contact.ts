import type { ContactDraft, Reach } from './draft.contract.ts'
import { emptyDraft, tidy, withNote, withReach } from './draft.rules.ts'
import { looksLikeEmail, type Column, type ColumnMeaning } from './headers.rules.ts'
import { emailKey, fold, phoneKey } from './likeness.rules.ts'
import { readBirthDate, readsLikeCompany, splitName } from './names.rules.ts'

/**
 * One row as a record. What is not understood goes to the notes under its own heading, with a warning where a person
 * might have expected otherwise.
 * @returns null when the row names nobody
 */
export function contactOf(
  cells: readonly string[],
  columns: readonly Column[],
  warnings: string[],
): ContactDraft | null {
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
