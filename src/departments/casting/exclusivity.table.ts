import type { ColumnType, Generated } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { RoleId } from './role.contract.ts'

/** Somebody may not work for another of this category in these days. Half-open. */
export interface CastingExclusivityTable {
  id: string
  person_id: PersonId
  role_id: RoleId | null
  category: string
  brand: Generated<string>
  from_day: PlainDay
  until_day: PlainDay
  source: string
  created_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_exclusivity: CastingExclusivityTable
  }
}
