import type { ColumnType, Generated } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { CallId } from './call.contract.ts'
import type { RoleId } from './role.contract.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface CastingCallTable {
  id: CallId
  production_id: ProductionId
  role_id: RoleId
  link_id: LinkId
  consent_id: string
  /** How to slate: name, height, place, hands and profile. */
  slate: string
  open_until: Moment
  closed_at: Moment
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_call: CastingCallTable
  }
}
