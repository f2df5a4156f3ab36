import type { ContactDraft } from './draft.contract.ts'

/** The headings of our own CSV, each of which the importer reads back as the field it came from. */
export const CSV_HEADINGS = [
  'Kind',
  'Name',
  'First name',
  'Last name',
  'Position',
  'Department',
  'Company',
  'E-mail',
  'Phone',
  'Based in',
  'Pronouns',
  'Credit name',
  'Legal name',
  'Address',
  'Website',
  'Languages',
  'Time zone',
  'Date of birth',
  'Union',
  'Diet',
  'Allergies',
  'Emergency contact',
  'Notes',
] as const

export const csvRow = (contact: ContactDraft): string[] =>
  [
    contact.kind,
    contact.name,
    contact.givenName,
    contact.familyName,
    contact.position,
    contact.department,
    contact.companyName,
    contact.emails.map(({ value }) => value).join('; '),
    contact.phones.map(({ value }) => value).join('; '),
    contact.homeBase,
    contact.pronouns,
    contact.creditName,
    contact.legalName,
    contact.address,
    contact.websites.join('; '),
    contact.languages.join(', '),
    contact.timeZone,
    contact.birthDate,
    contact.union,
    contact.dietary,
    contact.allergies,
    contact.emergencyContact,
    [contact.notes, ...contact.otherNames.map((name) => `Also known as ${name}`)].filter(Boolean).join('\n'),
  ].map((value) => value ?? '')

/** One vCard 3.0: the version every address book of the last twenty years reads. */
export function vcard(contact: ContactDraft): string {
  const name = contact.kind === 'company' ? ['', ''] : [contact.familyName ?? '', contact.givenName ?? '']
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${name.map(escaped).join(';')};;;`,
    `FN:${escaped(contact.name)}`,
    ...(contact.kind === 'company' ? [`ORG:${escaped(contact.name)}`, 'X-ABSHOWAS:COMPANY'] : []),
    ...(contact.companyName === null
      ? []
      : [`ORG:${escaped(contact.companyName)}${contact.department === null ? '' : `;${escaped(contact.department)}`}`]),
    ...(contact.position === null ? [] : [`TITLE:${escaped(contact.position)}`]),
    ...(contact.otherNames.length === 0 ? [] : [`NICKNAME:${contact.otherNames.map(escaped).join(',')}`]),
    ...contact.emails.map(({ label, value }) => `EMAIL${typeOf(label)}:${escaped(value)}`),
    ...contact.phones.map(({ label, value }) => `TEL${typeOf(label)}:${escaped(value)}`),
    ...contact.websites.map((site) => `URL:${escaped(site)}`),
    ...(contact.address === null ? [] : [`ADR:;;${escaped(contact.address)};${escaped(contact.homeBase ?? '')};;;`]),
    ...(contact.birthDate === null ? [] : [`BDAY:${contact.birthDate}`]),
    ...(contact.notes === null ? [] : [`NOTE:${escaped(contact.notes)}`]),
    'END:VCARD',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\r?\n/g, '\\n')
    .replace(/[;,]/g, (mark) => `\\${mark}`)

const typeOf = (label: string | null): string => {
  const type = label === 'mobile' ? 'CELL' : ['work', 'home', 'fax'].includes(label ?? '') ? label?.toUpperCase() : null
  return type ? `;TYPE=${type}` : ''
}

/** Lines of at most 75 bytes, never cutting a letter in two (RFC 2426, 2.6). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (bytes + size > 74) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n')
}
