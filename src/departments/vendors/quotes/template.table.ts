import type { ColumnType } from 'kysely'
import type { TemplateId } from './template.contract.ts'

export interface KeptLine {
  readonly item: string
  readonly unit: string
  readonly quantity: number
  readonly days: number | null
  readonly note: string | null
}

interface QuoteTemplateTable {
  id: TemplateId
  name: string
  lines: ColumnType<KeptLine[], string, string>
  kept_by: string
  kept_at: ColumnType<Temporal.Instant, string, string>
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    quote_template: QuoteTemplateTable
  }
}
