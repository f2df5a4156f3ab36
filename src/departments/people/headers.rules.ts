import { fold } from './likeness.rules.ts'
import { positionKey } from './position.rules.ts'

/** What a column of a contact list can be taken as. `ignore` columns are left out on purpose, by a person. */
export const COLUMN_MEANINGS = [
  'name',
  'givenName',
  'familyName',
  'legalName',
  'creditName',
  'pronouns',
  'email',
  'phone',
  'website',
  'company',
  'department',
  'position',
  'character',
  'homeBase',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'address',
  'timeZone',
  'languages',
  'birthDate',
  'union',
  'dietary',
  'allergies',
  'emergencyContact',
  'notes',
  'kind',
  'ignore',
] as const
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number]

/** A heading as it stands in the file, what it was taken as, and the word to keep beside a number ("work"). */
export interface Column {
  readonly index: number
  readonly heading: string
  readonly meaning: ColumnMeaning | null
  readonly label: string | null
}

/** Headings as address books and crew lists write them in English, German, French and Spanish, folded. */
const WORDS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['kind', /^(kind|record type|art)$/],
  ['emergencyContact', /^(emergency|notfall|ice\b|in case of emergency)/],
  ['email', /(^|\b)(e ?mail|mail|courriel|correo|correo electronico)( (address|adresse|value))?(\b|$)/],
  [
    'phone',
    /\b(phone|tel|telephone|telefon|mobile|mobil|cell|cellphone|handy|portable|telefono|movil|fax|landline|festnetz)\b/,
  ],
  ['website', /^(web|website|web ?site|url|homepage|site|imdb|showreel|reel|portfolio)\b/],
  ['legalName', /^(legal|passport|official|payroll) name$/],
  ['creditName', /^(credit|screen|on screen) ?(name|as|wording)?$/],
  ['givenName', /^(first|given|christian|preferred first)( ?name)?$|^(vorname|prenom|nombre|forename)$/],
  ['familyName', /^(last|family|sur)( ?name)?$|^(surname|nachname|familienname|nom de famille|apellido|apellidos)$/],
  [
    'name',
    /^(name|full ?name|display name|crew( member)? name|contact( name)?|contact person|person|crew|member|ansprechpartner|nom|nombre completo|file as)$/,
  ],
  ['pronouns', /^(pronouns?|pronomen|pronoms)$/],
  [
    'company',
    /^(company|organi[sz]ation|organi[sz]ation( 1)? name|org|firma|firm|employer|business|business name|vendor|vendor name|supplier|societe|empresa|unternehmen|agency)( name)?$/,
  ],
  ['department', /^(department|dept|abteilung|gewerk|departement|departamento|team|category)$/],
  [
    'position',
    /^(position|job|job ?title|title|role|crew role|function|funktion|beruf|poste|puesto|cargo|organi[sz]ation( 1)? title|rolle)$/,
  ],
  ['character', /^(character|character name|plays|playing|part|figur|rollenname|personnage|personaje)( name)?$/],
  ['postcode', /^(zip|zip ?code|postcode|postal code|post ?code|plz|code postal|codigo postal)\b/],
  ['city', /^((home|business|work) )?(city|town|ort|stadt|ville|ciudad)\b/],
  ['region', /^((home|business|work) )?(state|region|province|county|bundesland)\b/],
  ['country', /^((home|business|work) )?(country|land|pays|pais)\b/],
  ['homeBase', /^(home base|base|based in|based|local to|location|wohnort)$/],
  ['street', /^((home|business|work) )?(street|strasse|rue|calle|address (line )?1|address 1 street)\b/],
  ['address', /^((home|business|work|mailing|postal) )?(address|adresse|anschrift|direccion)\b/],
  ['timeZone', /^(time ?zone|zeitzone|tz)$/],
  ['languages', /^(languages?|sprachen?|langues?|idiomas?)$/],
  ['birthDate', /^(birth ?day|birth ?date|date of birth|dob|geburtstag|geburtsdatum|born)$/],
  ['union', /^(union|guild|union status|union no|gewerkschaft)$/],
  ['allergies', /^(allerg)/],
  ['dietary', /^(diet|dietary|dietary (needs|requirements|restrictions)|food|ernahrung)\b/],
  ['notes', /^(notes?|remarks?|comments?|bemerkung(en)?|notizen|kommentar|info|additional info)$/],
]

const LABELS: readonly (readonly [string, RegExp])[] = [
  ['work', /\b(work|business|office|buro|arbeit|geschaftlich|direct)\b/],
  ['home', /\b(home|private|privat|personal)\b/],
  ['mobile', /\b(mobile|mobil|cell|cellphone|handy|portable|movil)\b/],
  ['fax', /\bfax\b/],
  ['agent', /\b(agent|agency|rep|manager)\b/],
]

/** Takes one heading for what it most likely is; `null` means the column is unknown and its values go to the notes. */
function meaningOf(heading: string): Pick<Column, 'meaning' | 'label'> {
  const folded = fold(heading.replace(/([a-z])([A-Z])/g, '$1 $2'))
  if (/ (type|label)$/.test(folded) && /(mail|phone|website)/.test(folded)) return { meaning: 'ignore', label: null }
  const meaning = WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  const label =
    meaning === 'email' || meaning === 'phone' ? (LABELS.find(([, p]) => p.test(folded))?.[0] ?? null) : null
  return { meaning, label }
}

/**
 * Reads the first row as headings, or says `null` when it is already a record. Two columns never both become the
 * person's name, company or position: the first keeps it, the second is kept in the notes under its own heading.
 */
export function guessColumns(firstRow: readonly string[]): readonly Column[] | null {
  if (firstRow.some((cell) => looksLikeEmail(cell) || looksLikePhone(cell))) return null
  const columns = firstRow.map((heading, index) => ({ index, heading: heading.trim(), ...meaningOf(heading) }))
  if (!columns.some(({ meaning }) => meaning !== null && meaning !== 'ignore')) return null
  const once = new Set<ColumnMeaning>()
  return columns.map((column) => {
    if (column.meaning === null || ['email', 'phone', 'website', 'notes', 'ignore'].includes(column.meaning))
      return column
    if (once.has(column.meaning)) return { ...column, meaning: null }
    once.add(column.meaning)
    return column
  })
}

const HALF = 0.5

/** What the office calls its departments, folded, and its positions, by their keys. */
export interface KnownWords {
  readonly departments: ReadonlySet<string>
  readonly positions: ReadonlySet<string>
}

/** A list without headings: what most cells of a column look like decides; each meaning but a number's is given once. */
export function columnsByContent(rows: readonly (readonly string[])[], known: KnownWords): readonly Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const looks: readonly (readonly [ColumnMeaning, share: number, (cell: string) => boolean])[] = [
    ['email', HALF, looksLikeEmail],
    ['phone', HALF, looksLikePhone],
    ['department', HALF, (cell) => known.departments.has(fold(cell))],
    // Every crew list has positions of its own, and nobody is called Gaffer.
    ['position', HALF / 2, (cell) => known.positions.has(positionKey(cell))],
    ['name', HALF, (cell) => /^[\p{L}\p{M}.,'’ -]+$/u.test(cell.trim())],
  ]
  const given = new Set<ColumnMeaning>()
  return Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '')
    const meaning = looks.find(([, share, test]) => cells.filter(test).length > cells.length * share)?.[0] ?? null
    const isTaken = meaning !== null && meaning !== 'email' && meaning !== 'phone' && given.has(meaning)
    if (meaning !== null) given.add(meaning)
    return { index, heading: `Column ${index + 1}`, meaning: isTaken ? null : meaning, label: null }
  })
}

export const looksLikeEmail = (cell: string): boolean =>
  /^\s*(mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+\s*$/.test(cell)

export const looksLikePhone = (cell: string): boolean =>
  /^[\s+()\d./-]+(\s*(x|ext\.?)\s*\d+)?\s*$/.test(cell) && cell.replace(/\D/g, '').length >= 7
