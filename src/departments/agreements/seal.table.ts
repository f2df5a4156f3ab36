import type { ColumnType } from 'kysely'

export interface SealTable {
  id: string
  name: string
  source: 'made' | 'imported'
  certificate: Buffer
  chain: ColumnType<string[], string, never>
  /** Sealed with the key of the installation: a copy of the database alone cannot sign. */
  private_key: Buffer
  fingerprint: string
  created_at: ColumnType<Temporal.Instant, string, never>
  retired_at: ColumnType<Temporal.Instant | null, string | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    agreement_seal: SealTable
  }
}
