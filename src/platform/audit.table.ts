import type { ColumnType } from 'kysely'
import type { Actor } from './access/scope.ts'

interface AuditEntryTable {
  id: string
  at: ColumnType<Temporal.Instant, string, never>
  actor_kind: Actor['kind']
  actor_id: string | null
  actor_name: string
  verb: string
  subject_kind: string
  subject_id: string
  subject_label: string | null
  production_id: string | null
}

interface AuditChangeTable {
  entry_id: string
  field: string
  before: ColumnType<unknown, string | null, never>
  after: ColumnType<unknown, string | null, never>
}

declare module './database/schema.ts' {
  interface Schema {
    audit_entry: AuditEntryTable
    audit_change: AuditChangeTable
  }
}
