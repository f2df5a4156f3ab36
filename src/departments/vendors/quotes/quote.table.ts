import type { ColumnType, Generated } from 'kysely'
import type { FileId, LinkId, ProductionId } from '../../../kernel/ids.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import type { VendorId } from '../vendor.contract.ts'
import type { LineId, QuoteId, RequestId } from './quote.contract.ts'
import type { QuoteState, RequestState } from './quote.rules.ts'

type At = ColumnType<Temporal.Instant | null, string | null, string | null>
type Moment = ColumnType<Temporal.Instant, string, string>

export interface QuoteRequestTable {
  id: RequestId
  production_id: ProductionId
  number: number
  title: string
  what: string
  from_on: PlainDay | null
  until_on: PlainDay | null
  deliver_by: PlainDay | null
  deliver_to: string | null
  answer_by: Moment
  currency: string
  state: RequestState
  chosen_id: QuoteId | null
  reason: string | null
  decided_by: string | null
  decided_at: At
  created_by: string
  created_at: ColumnType<Temporal.Instant, string, never>
  version: Generated<number>
}

export interface QuoteLineTable {
  id: LineId
  request_id: RequestId
  sort: number
  item: string
  unit: string
  quantity_thousandths: number
  days_tenths: number | null
  note: string | null
}

export interface QuoteTable {
  id: QuoteId
  request_id: RequestId
  vendor_id: VendorId
  link_id: LinkId | null
  to_address: string | null
  locale: 'en' | 'de'
  state: QuoteState
  sent_at: Moment
  reminded_at: At
  answered_at: At
  answered_by: string | null
  currency: string | null
  delivery_minor: number | null
  tax_hundredths: number | null
  valid_until: PlainDay | null
  note: string | null
  file_id: FileId | null
  version: Generated<number>
}

export interface QuoteAnswerTable {
  id: string
  quote_id: QuoteId
  line_id: LineId
  unit_minor: number
  quantity_thousandths: number
  days_tenths: number | null
  discount_hundredths: number
  note: string | null
}

export interface QuoteExchangeTable {
  id: string
  request_id: RequestId
  currency: string
  rate_millionths: number
  source: string
  dated: PlainDay
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    quote_request: QuoteRequestTable
    quote_line: QuoteLineTable
    quote: QuoteTable
    quote_answer: QuoteAnswerTable
    quote_exchange: QuoteExchangeTable
  }
}
