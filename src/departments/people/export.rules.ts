import type { FieldClass, Sees } from '../../kernel/fields.ts'
import type { ContactDraft } from './draft.contract.ts'
import { emptyDraft } from './draft.rules.ts'

/** The class of every field that can leave in a file. A field that is not named here does not leave. */
const CLASS_OF: Record<keyof ContactDraft, FieldClass> = {
  kind: 'public',
  name: 'public',
  givenName: 'public',
  familyName: 'public',
  creditName: 'public',
  otherNames: 'public',
  pronouns: 'public',
  websites: 'public',
  companyName: 'public',
  department: 'public',
  position: 'public',
  homeBase: 'public',
  timeZone: 'public',
  languages: 'public',
  emails: 'contact',
  phones: 'contact',
  legalName: 'personal',
  address: 'personal',
  birthDate: 'personal',
  union: 'personal',
  emergencyContact: 'personal',
  notes: 'personal',
  dietary: 'medical',
  allergies: 'medical',
}

/** What of a record this reader may carry out of the house; the rest is as if it were not known. */
export function visible(contact: ContactDraft, sees: Sees): ContactDraft {
  const shown = Object.entries(contact).filter(([field]) => {
    const fieldClass = CLASS_OF[field as keyof ContactDraft] as FieldClass | undefined
    return fieldClass !== undefined && sees('people', fieldClass)
  })
  return { ...emptyDraft(contact.kind, contact.name), ...(Object.fromEntries(shown) as Partial<ContactDraft>) }
}
