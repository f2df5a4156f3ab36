import type { ColumnType, Generated } from 'kysely'
import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { VendorBankId } from './bank.contract.ts'
import type { Stage } from './stage.rules.ts'
import type { VendorId } from './vendor.contract.ts'
import type { VendorCategoryId } from './category.contract.ts'
import type { VendorPriceId } from './price.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type At = Written<Temporal.Instant | null, string | null>

interface VendorCategoryTable {
  id: VendorCategoryId
  name: string
  source: string
  as_of: PlainDay
  sort: number
  archived_at: At
}

export interface VendorTable {
  id: VendorId
  company_id: CompanyId | null
  person_id: PersonId | null
  /** Copies of what the directory says, kept by the event `people.renamed`, so that lists are paged and found here. */
  name: string
  sort_name: string
  find_text: string
  stage: Stage
  stage_reason: string | null
  stage_by: string
  stage_at: Written<Temporal.Instant, string>
  payment_days: number | null
  payment_terms: string | null
  currency: string | null
  tax_kind: string | null
  tax_sealed: Buffer | null
  tax_last: string | null
  /** What stands on the form beside the number. */
  tax_form_sealed: Written<Buffer | null, Buffer | null | undefined>
  notes: string | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: At
}

interface VendorInCategoryTable {
  id: string
  vendor_id: VendorId
  category_id: VendorCategoryId
}

interface VendorContactTable {
  id: string
  vendor_id: VendorId
  person_id: PersonId
  does: string
  sort: number
}

export interface VendorBankTable {
  id: VendorBankId
  vendor_id: VendorId
  sealed: Buffer
  last4: string
  country: string | null
  currency: string | null
  state: 'waiting' | 'counted' | 'refused' | 'replaced'
  came_from: 'link' | 'office'
  came_by: string
  came_at: Written<Temporal.Instant, string>
  /** Telephone numbers the office had when the account arrived: the call back goes to one of these. */
  known_numbers: string[]
  called_number: string | null
  number_source: string | null
  spoke_with: string | null
  called_at: At
  decided_by: string | null
  decided_at: At
  reason: string | null
  version: Generated<number>
}

export interface VendorPriceTable {
  id: VendorPriceId
  vendor_id: VendorId
  item: string
  item_key: string
  unit: string
  price_minor: number
  currency: string
  priced_on: PlainDay
  source: string
  note: string | null
  created_by: string
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: At
  /** The answered quote it comes from. */
  quote_id: ColumnType<string | null, string | null | undefined, never>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    vendor_category: VendorCategoryTable
    vendor: VendorTable
    vendor_in_category: VendorInCategoryTable
    vendor_contact: VendorContactTable
    vendor_bank: VendorBankTable
    vendor_price: VendorPriceTable
  }
}
