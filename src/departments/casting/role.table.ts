import type { ColumnType, Generated } from 'kysely'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { RoleId, RoleKind, RoleState } from './role.contract.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null, string | null>

interface CastingRoleTable {
  id: RoleId
  production_id: ProductionId
  /** The character of the script; null for a role that was typed. */
  element_id: string | null
  name: string
  kind: Generated<RoleKind>
  state: Generated<RoleState>
  breakdown: Generated<string>
  age_from: number | null
  age_until: number | null
  gender: Generated<string>
  look: Generated<string>
  skills: Generated<string[]>
  languages: Generated<string[]>
  sizes: Generated<string>
  union_terms: Generated<string>
  rate: Generated<string>
  usage_media: Generated<string>
  usage_territory: Generated<string>
  usage_months: number | null
  category: Generated<string>
  brand: Generated<string>
  exclusive_months: number | null
  shoot_days: Generated<PlainDay[]>
  callback_days: Generated<PlainDay[]>
  fitting_on: PlainDay | null
  place: Generated<string>
  sides_file_id: FileId | null
  is_confidential: Generated<boolean>
  deadline_on: PlainDay | null
  deadline_minute: number | null
  deadline_zone: ZoneName | null
  spoken_text: Generated<string>
  spot_seconds: number | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Moment
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_role: CastingRoleTable
  }
}
