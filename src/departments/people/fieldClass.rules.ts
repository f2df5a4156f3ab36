import type { FieldClass, Sees } from '../../kernel/fields.ts'
import type { ContactDraft } from './draft.contract.ts'
import { emptyDraft } from './draft.rules.ts'

/**
 * The class of every field of a person or company that leaves in a file or stands in a history. What is not named here
 * is nobody's to see.
 */
const CLASS_OF: Readonly<Record<string, FieldClass>> = {
  ...classed(
    'public',
    'kind name givenName familyName creditName otherNames pronouns websites companyName company agent',
  ),
  ...classed('public', 'department position homeBase timeZone languages kinds archivedAt archivedReason mergedInto'),
  ...classed('public', 'merged file format records otherId'),
  ...classed('public', 'skills tags positions travelKm representation photo voice reel'),
  ...classed('contact', 'emails phones'),
  ...classed('personal', 'doNotHire legalName address birthDate union sizes emergencyContact notes'),
  ...classed('medical', 'dietary allergies'),
  ...classed('rate', 'rateNote'),
  ...classed('bank', 'bankDetails'),
}

function classed(fieldClass: FieldClass, names: string): Record<string, FieldClass> {
  return Object.fromEntries(names.split(' ').map((name) => [name, fieldClass]))
}

/** Whether a reader may see a field of a record, by its name; unknown names are refused. */
export const seesField = (sees: Sees, field: string): boolean => {
  const fieldClass = CLASS_OF[field]
  return fieldClass !== undefined && sees('people', fieldClass)
}

/** What of a record this reader may carry out of the house; the rest is as if it were not known. */
export function visible(contact: ContactDraft, sees: Sees): ContactDraft {
  const shown = Object.entries(contact).filter(([field]) => seesField(sees, field))
  return { ...emptyDraft(contact.kind, contact.name), ...(Object.fromEntries(shown) as Partial<ContactDraft>) }
}
