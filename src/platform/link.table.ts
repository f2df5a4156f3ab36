import type { ColumnType, sql } from 'kysely'
import type { LinkId, PersonId, ProductionId, UserId } from '../kernel/ids.ts'
import type { LinkPurpose } from '../kernel/route.ts'

type Written<T, W> = ColumnType<T, W, W>

export interface LinkTable {
  id: LinkId
  purpose: LinkPurpose
  subject_kind: string
  subject_id: string
  production_id: ProductionId | null
  person_id: PersonId | null
  label: string
  activates_at: Written<Temporal.Instant | null, string | null>
  expires_at: Written<Temporal.Instant | null, string | null>
  password_hash: string | null
  max_uses: number | null
  uses: ColumnType<number, never, number | ReturnType<typeof sql>>
  last_used_at: Written<Temporal.Instant | null, string | null>
  revoked_at: Written<Temporal.Instant | null, string | null>
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by: UserId | null
}

declare module './database/schema.ts' {
  interface Schema {
    link: LinkTable
  }
}
