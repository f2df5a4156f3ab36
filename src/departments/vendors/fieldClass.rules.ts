import type { FieldClass, Sees } from '../../kernel/fields.ts'

/** The class of every field of a vendor that stands in its history; what is not named is nobody's to see. */
const CLASS_OF: Readonly<Record<string, FieldClass>> = {
  stage: 'public',
  stageReason: 'public',
  categories: 'public',
  contacts: 'public',
  archivedAt: 'public',
  accepted: 'public',
  returned: 'public',
  reason: 'public',
  paymentDays: 'rate',
  paymentTerms: 'rate',
  currency: 'rate',
  tax: 'rate',
  price: 'rate',
  account: 'rate',
  notes: 'personal',
}

export const seesVendorField = (sees: Sees, field: string): boolean => {
  const fieldClass = CLASS_OF[field]
  return fieldClass !== undefined && sees('vendors', fieldClass)
}
