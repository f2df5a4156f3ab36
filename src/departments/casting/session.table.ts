import type { ColumnType, Generated } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { CandidateId } from './candidate.contract.ts'
import type { RoleId } from './role.contract.ts'
import type { SessionId } from './session.contract.ts'
import type { Break } from './slot.rules.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

export interface CastingSessionTable {
  id: SessionId
  production_id: ProductionId
  role_id: RoleId
  kind: 'audition' | 'callback'
  on_date: PlainDay
  from_minute: number
  until_minute: number
  slot_minutes: number
  per_slot: Generated<number>
  breaks: ColumnType<Break[], string, string>
  time_zone: ZoneName
  place: Generated<string>
  stream: Generated<string>
  /** What is agreed to at the door. */
  release_text: Generated<string>
  /** What a tablet at the door opens. */
  door_link_id: ColumnType<LinkId | null, LinkId | null | undefined, LinkId | null>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
}

export interface CastingAppointmentTable {
  id: string
  session_id: SessionId
  candidate_id: CandidateId
  /** The person where they are known, else the candidate: nobody is in two rooms at once. */
  talent_id: string
  minute: number
  seat: number
  during: ColumnType<string, string, string>
  told_at: Moment
  signed_name: string | null
  /** Who agreed for a minor. */
  signed_guardian: ColumnType<string | null, string | null | undefined, string | null>
  signed_in_at: Moment
  signed_out_at: Moment
}

/** Who was asked to a session, by their own link; `waits` for whom every slot was gone. */
export interface CastingWaitingTable {
  id: string
  session_id: SessionId
  candidate_id: CandidateId
  link_id: LinkId
  waits: Generated<boolean>
  since: ColumnType<Temporal.Instant, string, string>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_session: CastingSessionTable
    casting_appointment: CastingAppointmentTable
    casting_waiting: CastingWaitingTable
  }
}
