import type { ColumnType, Generated } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { CandidateId } from './candidate.contract.ts'
import type { RequestId, RequestKind, RequestState, Turn } from './request.contract.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

export interface CastingRequestTable {
  id: RequestId
  production_id: ProductionId
  candidate_id: CandidateId
  kind: RequestKind
  body: string
  due_at: Moment
  due_zone: ZoneName
  link_id: LinkId
  turn: Turn
  state: Generated<RequestState>
  answer: Generated<string>
  answered_at: Moment
  reminders: Generated<number>
  next_reminder_at: Moment
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by_name: string
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_request: CastingRequestTable
  }
}
