import type { Shared } from '../../../ui/formConflict.ts'
import { formatDay } from '../../../ui/dates.ts'
import type { Reach } from '../draft.contract.ts'
import type { Person } from '../person.contract.ts'

/** A person as the form holds them: texts, never null; lists as one line each, parted by commas. */
export interface PersonDraft {
  name: string
  givenName: string
  familyName: string
  creditName: string
  pronouns: string
  otherNames: string
  companyName: string
  departmentId: string | null
  position: string
  homeBase: string
  timeZone: string | null
  languages: string
  websites: string
  emails: Reach[]
  phones: Reach[]
  legalName: string
  address: string
  birthDate: string | null
  union: string
  sizes: string
  emergencyContact: string
  dietary: string
  allergies: string
  rateNote: string
  bankDetails: string
  notes: string
}

/** A record without an address still shows the field for one. */
export const orOneEmpty = (list: readonly Reach[] | null | undefined): Reach[] =>
  list && list.length > 0 ? [...list] : [{ label: null, value: '' }]

export const draftOfPerson = (it: Person | null): PersonDraft => ({
  name: it?.name ?? '',
  givenName: it?.givenName ?? '',
  familyName: it?.familyName ?? '',
  creditName: it?.creditName ?? '',
  pronouns: it?.pronouns ?? '',
  otherNames: (it?.otherNames ?? []).join(', '),
  companyName: it?.company?.name ?? '',
  departmentId: it?.department?.id ?? null,
  position: it?.position ?? '',
  homeBase: it?.homeBase ?? '',
  timeZone: it?.timeZone ?? null,
  languages: (it?.languages ?? []).join(', '),
  websites: (it?.websites ?? []).join(', '),
  emails: orOneEmpty(it?.emails),
  phones: orOneEmpty(it?.phones),
  legalName: it?.legalName ?? '',
  address: it?.address ?? '',
  birthDate: it?.birthDate ?? null,
  union: it?.union ?? '',
  sizes: it?.sizes ?? '',
  emergencyContact: it?.emergencyContact ?? '',
  dietary: it?.dietary ?? '',
  allergies: it?.allergies ?? '',
  rateNote: it?.rateNote ?? '',
  bankDetails: it?.bankDetails ?? '',
  notes: it?.notes ?? '',
})

const LISTS: readonly string[] = ['otherNames', 'languages', 'websites']

const sent = (key: string, value: unknown): unknown => {
  if (LISTS.includes(key))
    return String(value)
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  if (key === 'emails' || key === 'phones') return (value as Reach[]).filter((reach) => reach.value.trim() !== '')
  return value === '' && key !== 'name' ? null : value
}

/**
 * Only what was changed is sent: a field this reader may not see is empty in the form, and must not be emptied by it.
 */
export function changedOf(before: PersonDraft, now: PersonDraft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, value]) =>
      JSON.stringify(value) === JSON.stringify(before[key as keyof PersonDraft]) ? [] : [[key, sent(key, value)]],
    ),
  )
}

/** An address with its kind, as a conflict shows it. */
export const reachText = (list: readonly Reach[]): string =>
  list
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => (label === null ? value : `${value} (${label})`))
    .join(', ')

/** The fields of a person in the words of their form, both sides of which are compared when two save at once. */
export const personWords = (departmentOf: (id: string) => string): Shared<PersonDraft>['words'] => ({
  name: 'Name',
  givenName: 'First name',
  familyName: 'Last name',
  creditName: 'Credit',
  pronouns: 'Pronouns',
  otherNames: 'Other names',
  departmentId: { word: 'Department', say: (id) => (id === null ? '' : departmentOf(id)) },
  position: 'Position',
  companyName: 'Company',
  homeBase: 'Based in',
  timeZone: 'Time zone',
  languages: 'Languages',
  websites: 'Websites',
  emails: { word: 'E-mail', say: reachText },
  phones: { word: 'Phone', say: reachText },
  legalName: 'Legal name',
  address: 'Address',
  birthDate: { word: 'Date of birth', say: (day) => (day === null ? '' : formatDay(day, { year: true })) },
  union: 'Union',
  sizes: 'Sizes',
  emergencyContact: 'Emergency contact',
  dietary: 'Diet',
  allergies: 'Allergies',
  rateNote: 'Rate',
  bankDetails: 'Bank details',
  notes: 'Notes',
})
