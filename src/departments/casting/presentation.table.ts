import type { ColumnType, Generated } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { CandidateId, Mark } from './candidate.contract.ts'
import type { GroupBy, PresentationId, ShownField, VoiceId } from './presentation.contract.ts'
import type { RoleId } from './role.contract.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
type Stamp = ColumnType<Temporal.Instant, string, string>

export interface CastingPresentationTable {
  id: PresentationId
  production_id: ProductionId
  title: string
  note: Generated<string>
  group_by: Generated<GroupBy>
  fields: Generated<ShownField[]>
  state: Generated<'draft' | 'open' | 'frozen'>
  expires_at: Moment
  frozen_at: Moment
  version: Generated<number>
  created_at: Stamp
}

export interface CastingPresentationItemTable {
  id: string
  presentation_id: PresentationId
  candidate_id: CandidateId
  group_name: Generated<string>
  /** Casting's word to those who decide. */
  note: Generated<string>
  sort: number
}

/** Somebody who is asked: a voice has a name and a link of its own. */
export interface CastingVoiceTable {
  id: VoiceId
  presentation_id: PresentationId
  link_id: LinkId
  name: string
  email: string
  seen_at: Moment
  created_at: Stamp
}

export interface CastingPickTable {
  id: string
  voice_id: VoiceId
  candidate_id: CandidateId
  pick: Mark | null
  rank: number | null
  comment: Generated<string>
  picked_at: Stamp
}

export interface CastingViewLogTable {
  id: string
  presentation_id: PresentationId
  who: string
  what: 'opened' | 'printed' | 'saved'
  at: Stamp
}

/** What was decided, by whom and when. The database refuses to change it. */
export interface CastingDecisionTable {
  id: string
  presentation_id: PresentationId
  role_id: RoleId
  /** Null once the candidate was erased; the number stays. */
  candidate_id: CandidateId | null
  candidate_number: number
  choice: number
  decided_by: string[]
  decided_at: Stamp
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_presentation: CastingPresentationTable
    casting_presentation_item: CastingPresentationItemTable
    casting_voice: CastingVoiceTable
    casting_pick: CastingPickTable
    casting_view_log: CastingViewLogTable
    casting_decision: CastingDecisionTable
  }
}
