import type { ColumnType, Generated } from 'kysely'
import type { OfficeRole, ProductionRole } from '../../kernel/abilities.ts'
import type { LinkId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'

type Written<T, W> = ColumnType<T, W, W>

interface OfficeTable {
  one: Generated<boolean>
  name: string
  time_zone: ZoneName
  paper_size: 'a4' | 'letter'
  hour_cycle: 12 | 24
  undo_seconds: 0 | 30 | 60 | 120
  approve_by_another: boolean
  address: Generated<string>
  version: Generated<number>
}

interface OfficeLogoTable {
  one: Generated<boolean>
  png: Buffer
  sha256: string
  width: number
  height: number
  is_pale: boolean
}

export interface InvitationTable {
  id: string
  email: string
  name: string
  office_role: OfficeRole
  production_roles: Written<{ productionId: ProductionId; role: ProductionRole }[], string>
  link_id: LinkId
  invited_by: UserId | null
  invited_at: ColumnType<Temporal.Instant, string, never>
  accepted_at: Written<Temporal.Instant | null, string | null>
  accepted_by: UserId | null
  withdrawn_at: Written<Temporal.Instant | null, string | null>
}

export interface ConcernAnswerTable {
  production_id: ProductionId
  concern_key: string
  answer: 'accepted' | 'snoozed'
  reason: string
  until: Written<Temporal.Instant | null, string | null>
  answered_by: UserId | null
  answered_by_name: string
  answered_at: Written<Temporal.Instant, string>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    office: OfficeTable
    office_logo: OfficeLogoTable
    invitation: InvitationTable
    concern_answer: ConcernAnswerTable
  }
}
