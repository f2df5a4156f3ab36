import type { ColumnType } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'

/** A wording of what talent agrees to on an open call. Never changed: who agreed to it agreed to this. */
export interface CastingConsentTable {
  id: string
  number: number
  body: string
  retention_months: number
  source: string
  effective_from: PlainDay
  created_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_consent: CastingConsentTable
  }
}
