import type { ColumnType, Generated } from 'kysely'

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

/** One row: whom the office asks when a paper was sealed. */
export interface TimestampTable {
  sole: Generated<boolean>
  url: string | null
  user_name: Generated<string>
  password: Buffer | null
  /** After so long without an answer a paper is sealed by the server's time, and says so. */
  wait_hours: Generated<number>
  tried_at: ColumnType<Temporal.Instant | null, string | null, string | null>
  fault: string | null
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    agreement_seal: SealTable
    agreement_timestamp: TimestampTable
  }
}
