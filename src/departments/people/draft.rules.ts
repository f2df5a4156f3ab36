import type { ContactDraft, Reach } from './draft.contract.ts'

/** A draft with nothing known but its kind and name. */
export const emptyDraft = (kind: ContactDraft['kind'], name: string): ContactDraft => ({
  kind,
  name,
  givenName: null,
  familyName: null,
  legalName: null,
  creditName: null,
  otherNames: [],
  pronouns: null,
  emails: [],
  phones: [],
  websites: [],
  companyName: null,
  department: null,
  position: null,
  homeBase: null,
  address: null,
  timeZone: null,
  languages: [],
  birthDate: null,
  union: null,
  dietary: null,
  allergies: null,
  emergencyContact: null,
  notes: null,
})

/** The fields of a draft that hold one value. `kind` and `name` are apart: they are never empty. */
export const SINGLE_FIELDS = [
  'givenName',
  'familyName',
  'legalName',
  'creditName',
  'pronouns',
  'companyName',
  'department',
  'position',
  'homeBase',
  'address',
  'timeZone',
  'birthDate',
  'union',
  'dietary',
  'allergies',
  'emergencyContact',
] as const
export type SingleField = (typeof SINGLE_FIELDS)[number]

/** How a field is called in front of people. */
export const FIELD_WORDS: Record<keyof ContactDraft, string> = {
  kind: 'Kind',
  name: 'Name',
  givenName: 'First name',
  familyName: 'Last name',
  legalName: 'Legal name',
  creditName: 'Credit',
  otherNames: 'Also known as',
  pronouns: 'Pronouns',
  emails: 'E-mail',
  phones: 'Phone',
  websites: 'Website',
  companyName: 'Company',
  department: 'Department',
  position: 'Position',
  homeBase: 'Based in',
  address: 'Address',
  timeZone: 'Time zone',
  languages: 'Languages',
  birthDate: 'Date of birth',
  union: 'Union',
  dietary: 'Diet',
  allergies: 'Allergies',
  emergencyContact: 'Emergency contact',
  notes: 'Notes',
}

/** Trims, joins runs of blanks, and turns nothing into `null`. */
export function tidy(text: string | null | undefined): string | null {
  const clean = (text ?? '')
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
  return clean === '' ? null : clean
}

/** Adds a note below those that are there; the same sentence is not added twice. */
export function withNote(notes: string | null, more: string | null): string | null {
  if (more === null) return notes
  if (notes === null) return more
  return notes.split('\n').includes(more) || notes === more ? notes : `${notes}\n${more}`
}

/** Appends a way to reach somebody unless the same one (by `keyOf`) is there. */
export function withReach(list: readonly Reach[], more: Reach, keyOf: (value: string) => string): Reach[] {
  return list.some((reach) => keyOf(reach.value) === keyOf(more.value)) ? [...list] : [...list, more]
}

/** Fields a company's record has no place for. */
const ONLY_OF_PEOPLE = [
  'givenName',
  'familyName',
  'creditName',
  'pronouns',
  'companyName',
  'department',
  'position',
  'birthDate',
  'union',
  'dietary',
  'allergies',
  'emergencyContact',
] as const satisfies readonly SingleField[]

/**
 * The same record in fields it can be kept in: a department that is none of the office's, and what a company's record has
 * no place for, go to the notes in words.
 * @param isDepartment whether the office has a department of this name
 */
export function settled(contact: ContactDraft, isDepartment: (name: string) => boolean): ContactDraft {
  const homeless: readonly SingleField[] =
    contact.kind === 'company'
      ? ONLY_OF_PEOPLE
      : contact.department !== null && !isDepartment(contact.department)
        ? ['department']
        : []
  const lines = homeless.flatMap((field) =>
    contact[field] === null ? [] : [`${FIELD_WORDS[field]}: ${contact[field]}`],
  )
  const emptied = Object.fromEntries(homeless.map((field) => [field, null]))
  return { ...contact, ...emptied, notes: lines.reduce(withNote, contact.notes) }
}

/** Addresses and numbers as a history shows them: one line each, in their order. */
export const reachWords = ({
  emails,
  phones,
}: {
  emails: readonly Reach[] | null
  phones: readonly Reach[] | null
}) => ({
  emails: (emails ?? []).map(({ value }) => value).join(', ') || null,
  phones: (phones ?? []).map(({ value }) => value).join(', ') || null,
})
