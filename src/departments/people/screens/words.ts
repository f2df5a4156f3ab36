import type { CompanyKind } from '../company.contract.ts'
import type { RowStatus } from '../plan.contract.ts'
import type { ColumnMeaning } from '../headers.rules.ts'
import type { Standing } from '../../../ui/Status.tsx'

export const companyKindWords: Record<CompanyKind, string> = {
  client: 'Client',
  agency: 'Agency',
  vendor: 'Vendor',
  production: 'Production company',
  talent_agency: 'Talent agency',
}

/** What a company is: *Agency, Vendor*. */
export const kindsText = (kinds: readonly string[]): string =>
  kinds.map((kind) => companyKindWords[kind as CompanyKind] ?? kind).join(', ')

export const statusWords: Record<RowStatus, string> = {
  new: 'New',
  same: 'Already there',
  possible_duplicate: 'Possible duplicate',
  unreadable: 'Cannot be read',
}

export const statusStanding: Record<RowStatus, Standing> = {
  new: 'go',
  same: 'off',
  possible_duplicate: 'attention',
  unreadable: 'stop',
}

export const meaningWords: Record<ColumnMeaning, string> = {
  name: 'Name',
  givenName: 'First name',
  familyName: 'Last name',
  legalName: 'Legal name',
  creditName: 'Credit',
  pronouns: 'Pronouns',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  company: 'Company',
  department: 'Department',
  position: 'Position',
  character: 'Character',
  homeBase: 'Based in',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postcode: 'Postcode',
  country: 'Country',
  address: 'Address',
  timeZone: 'Time zone',
  languages: 'Languages',
  birthDate: 'Date of birth',
  union: 'Union',
  dietary: 'Diet',
  allergies: 'Allergies',
  emergencyContact: 'Emergency contact',
  notes: 'Notes',
  kind: 'Person or company',
  ignore: 'Leave out',
}
