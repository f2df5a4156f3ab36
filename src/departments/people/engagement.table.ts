import type { ColumnType, Generated } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { EngagementId, EngagementKind } from './engagement.contract.ts'
import type { CompanyId } from './person.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

export interface EngagementTable {
  id: EngagementId
  production_id: ProductionId
  person_id: PersonId | null
  company_id: CompanyId | null
  department_id: string
  title: string
  kind: EngagementKind
  /** The character a cast member plays: an element of the script. */
  element_id: string | null
  works: Generated<'every_shoot_day' | 'listed_days'>
  /** The unit they work with; null: the main unit. */
  unit: Generated<string | null>
  /** Minutes from general call; null: as the department. */
  call_offset_minutes: number | null
  makeup_minutes: Generated<number>
  wardrobe_minutes: Generated<number>
  pickup_from: string | null
  drive_minutes: number | null
  phone_on_sheet: Generated<boolean>
  notes: Generated<string>
  sort: Generated<number>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    engagement: EngagementTable
  }
}
