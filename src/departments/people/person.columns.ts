import type { Updateable } from 'kysely'
import type { PersonBody } from './person.contract.ts'
import type { PersonTable } from './person.table.ts'

/** Which column holds which field; the company, the bank details and the contact points are written apart. */
const COLUMN_OF = {
  name: 'name',
  givenName: 'given_name',
  familyName: 'family_name',
  legalName: 'legal_name',
  creditName: 'credit_name',
  otherNames: 'other_names',
  pronouns: 'pronouns',
  agentId: 'agent_id',
  departmentId: 'department_id',
  position: 'position',
  homeBase: 'home_base',
  address: 'address',
  timeZone: 'time_zone',
  languages: 'languages',
  websites: 'websites',
  birthDate: 'birth_date',
  union: 'union_membership',
  sizes: 'sizes',
  emergencyContact: 'emergency_contact',
  dietary: 'dietary',
  allergies: 'allergies',
  rateNote: 'rate_note',
  notes: 'notes',
} as const satisfies Partial<Record<keyof PersonBody, keyof PersonTable>>

/** The columns a form's fields fill; an emptied text field is stored as nothing. */
export function columnsOf(body: PersonBody): Updateable<PersonTable> {
  const entries = Object.entries(COLUMN_OF).flatMap(([field, column]) => {
    const value = body[field as keyof typeof COLUMN_OF]
    return value === undefined ? [] : [[column, value === '' ? null : value]]
  })
  return Object.fromEntries(entries) as Updateable<PersonTable>
}
