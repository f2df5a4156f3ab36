import { capitalised } from '../../kernel/words.ts'
import type { ContactDraft, ReadFile, Reach, Unreadable } from './draft.contract.ts'
import { emptyDraft, tidy, withNote, withReach } from './draft.rules.ts'
import { emailKey, phoneKey } from './likeness.rules.ts'
import { readBirthDate, splitName } from './names.rules.ts'
import { readText } from './text.reader.ts'
import { listed, structured, unescape, vcardLines, type VcardLine } from './vcard.lines.ts'

interface Card {
  readonly line: number
  readonly lines: VcardLine[]
  readonly closed: boolean
}

/** Pictures, keys and sounds are not taken; everything else that is not understood is kept in the notes. */
const NOT_TAKEN = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])
const SILENT = new Set(
  'VERSION PRODID UID REV SOURCE CLIENTPIDMAP XML SORT-STRING CLASS MAILER LABEL GEO N FN NICKNAME EMAIL TEL URL ORG TITLE ROLE ADR NOTE BDAY TZ LANG KIND X-ABSHOWAS X-ABLABEL X-ABADR PRONOUNS CATEGORIES'.split(
    ' ',
  ),
)

/** Reads every card of an address-book file, versions 2.1, 3.0 and 4.0, also when the card is never closed. */
export function readVcards(bytes: Uint8Array): ReadFile {
  const { text, encoding, remarks } = readText(bytes)
  const { lines, broken } = vcardLines(text)
  const { cards, strays } = cardsOf(lines)
  const unreadable: Unreadable[] = [
    ...broken.map(({ line, text: excerpt }) => ({
      line,
      text: excerpt,
      reason: 'This line has no colon, so it is not part of a vCard.',
    })),
    ...strays.map(({ line, name, value }) => ({
      line,
      text: `${name}:${value}`.slice(0, 120),
      reason: 'This line stands outside of any card.',
    })),
  ]
  const records = cards.flatMap((card) => {
    const warnings: string[] = card.closed ? [] : ['The card is not closed; what stands before the next one was taken.']
    const contact = contactOf(card, warnings)
    if (contact !== null) return [{ line: card.line, contact, warnings }]
    unreadable.push({
      line: card.line,
      text: 'BEGIN:VCARD',
      reason: 'The card has neither a name nor a company nor an address.',
    })
    return []
  })
  return { format: 'vcard', encoding, records, unreadable: unreadable.sort((a, b) => a.line - b.line), remarks }
}

/** 2.1 nests an AGENT's card inside another: it becomes a record of its own. */
function cardsOf(lines: readonly VcardLine[]): { cards: Card[]; strays: VcardLine[] } {
  const cards: Card[] = []
  const strays: VcardLine[] = []
  const open: Card[] = []
  const close = ({ closed }: Pick<Card, 'closed'>) => {
    const card = open.pop()
    if (card !== undefined) cards.push({ ...card, closed })
  }
  for (const each of lines) {
    const isCard = each.value.trim().toUpperCase() === 'VCARD'
    if (each.name === 'BEGIN' && isCard) {
      const nested = open.at(-1)?.lines.at(-1)
      if (nested?.name !== 'AGENT' || nested.value.trim() !== '') while (open.length > 0) close({ closed: false })
      open.push({ line: each.line, lines: [], closed: false })
    } else if (each.name === 'END' && isCard && open.length > 0) close({ closed: true })
    else if (open.length > 0) open.at(-1)?.lines.push(each)
    else strays.push(each)
  }
  while (open.length > 0) close({ closed: false })
  return { cards: cards.sort((a, b) => a.line - b.line), strays }
}

function contactOf(card: Card, warnings: string[]): ContactDraft | null {
  const all = (name: string) => card.lines.filter((each) => each.name === name)
  const first = (name: string) => tidy(unescape(all(name)[0]?.value ?? ''))
  const [family = null, given = null, more = null] = structured(all('N')[0]?.value ?? '').map((part) =>
    tidy(listed(part).map(unescape).join(' ')),
  )
  const [company = null, department = null] = structured(all('ORG')[0]?.value ?? '').map((part) => tidy(unescape(part)))
  const emails = reaches(card, 'EMAIL', emailKey)
  const full = first('FN')
  const joined = tidy([given, more, family].filter(Boolean).join(' '))
  const name = full ?? joined ?? company ?? first('NICKNAME') ?? emails[0]?.value ?? null
  if (name === null) return null
  const isCompany =
    /^org/i.test(first('KIND') ?? '') ||
    /^company$/i.test(first('X-ABSHOWAS') ?? '') ||
    (joined === null && (full === null || full === company) && company !== null)
  if (full === null && joined === null && company === null)
    warnings.push('The card has no name; the nickname or e-mail address stands in for it.')
  const base = emptyDraft(isCompany ? 'company' : 'person', name.slice(0, 200))
  const parts =
    given === null && family === null
      ? splitName(base.name)
      : { givenName: tidy([given, more].filter(Boolean).join(' ')), familyName: family }
  const birth = first('BDAY')
  const birthDate = birth === null ? null : readBirthDate(birth)
  const taken = all('PHOTO').length
  if (taken > 0) warnings.push('The picture is not taken.')
  return {
    ...base,
    givenName: isCompany ? null : parts.givenName,
    familyName: isCompany ? null : parts.familyName,
    otherNames: all('NICKNAME')
      .flatMap(({ value }) => listed(value).map((nick) => tidy(unescape(nick)) ?? ''))
      .filter((nick) => nick !== '' && nick !== name),
    pronouns: first('PRONOUNS'),
    emails,
    phones: reaches(card, 'TEL', phoneKey),
    websites: [
      ...new Set(
        all('URL')
          .map(({ value }) => tidy(unescape(value)) ?? '')
          .filter(Boolean),
      ),
    ],
    companyName: isCompany ? null : company,
    department,
    position: first('TITLE') ?? first('ROLE'),
    homeBase: tidy(unescape(structured(all('ADR')[0]?.value ?? '')[3] ?? '')),
    address: addressOf(all('ADR')[0]),
    timeZone: zoneOf(first('TZ')),
    languages: all('LANG')
      .map(({ value }) => tidy(unescape(value)) ?? '')
      .filter(Boolean),
    birthDate,
    notes: notesOf(card, birthDate === null ? birth : null),
  }
}

const addressOf = (line: VcardLine | undefined): string | null => {
  const [box, more, street, city, region, postcode, country] = structured(line?.value ?? '').map((part) =>
    tidy(listed(part).map(unescape).join(', ')),
  )
  const lines = [
    [street, more, box].filter(Boolean).join(', '),
    [postcode, city].filter(Boolean).join(' '),
    region,
    country,
  ]
  return tidy(lines.filter(Boolean).join('\n'))
}

/** A time zone is a place such as Europe/Berlin; a bare offset says nothing about summer. */
const zoneOf = (text: string | null): string | null =>
  text !== null && /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(text) ? text : null

function reaches(card: Card, name: 'EMAIL' | 'TEL', keyOf: (value: string) => string): Reach[] {
  return card.lines
    .filter((each) => each.name === name)
    .map((each) => ({
      label: labelOf(card, each),
      value: tidy(unescape(each.value).replace(/^(mailto|tel):/i, '')) ?? '',
    }))
    .filter(({ value }) => value !== '')
    .reduce<Reach[]>((list, reach) => withReach(list, reach, keyOf), [])
}

/** Apple writes its own words beside the line in a group: `item1.X-ABLabel:_$!<Mobile>!$_`. */
function labelOf(card: Card, line: VcardLine): string | null {
  const own =
    line.group === null ? undefined : card.lines.find(({ name, group }) => name === 'X-ABLABEL' && group === line.group)
  if (own !== undefined)
    return (
      tidy(unescape(own.value).replace(/^_\$!<(.*)>!\$_$/, '$1'))
        ?.toLowerCase()
        .slice(0, 60) ?? null
    )
  const types = (line.params.get('TYPE') ?? []).map((type) => type.toLowerCase())
  const known = ['fax', 'cell', 'mobile', 'work', 'home', 'main'].find((type) => types.includes(type))
  return known === 'cell' ? 'mobile' : (known ?? null)
}

function notesOf(card: Card, birth: string | null): string | null {
  const said = card.lines.filter(({ name }) => name === 'NOTE').map(({ value }) => tidy(unescape(value)))
  const extra = ['TITLE', 'ROLE', 'ADR', 'ORG'].flatMap((name) => {
    const lines = card.lines.filter((each) => each.name === name)
    const used = name === 'ROLE' && !card.lines.some((each) => each.name === 'TITLE') ? 1 : name === 'ROLE' ? 0 : 1
    return lines
      .slice(used)
      .map(({ value }) => `${WORDS[name]}: ${structured(value).map(unescape).filter(Boolean).join(', ')}`)
  })
  const orgUnits = structured(card.lines.find(({ name }) => name === 'ORG')?.value ?? '')
    .slice(2)
    .map((unit) => `Unit: ${unescape(unit)}`)
  const categories = card.lines
    .filter(({ name }) => name === 'CATEGORIES')
    .map(({ value }) => `Categories: ${listed(value).map(unescape).join(', ')}`)
  const others = card.lines
    .filter(({ name, value }) => !SILENT.has(name) && !NOT_TAKEN.has(name) && value.trim() !== '')
    .map(({ name, value }) => `${readable(name)}: ${unescape(value).slice(0, 500)}`)
  return [...said, ...extra, ...orgUnits, ...categories, ...others, birth === null ? null : `Born: ${birth}`]
    .map((note) => tidy(note))
    .reduce<string | null>(withNote, null)
}

const WORDS: Record<string, string> = { TITLE: 'Title', ROLE: 'Role', ADR: 'Address', ORG: 'Company' }
const readable = (name: string): string => capitalised(name.replace(/^X-/, '').toLowerCase().replace(/-/g, ' '))
