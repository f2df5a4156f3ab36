import type { ColumnType, Generated } from 'kysely'
import type { FileId, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type {
  CandidateId,
  CandidateSource,
  CandidateState,
  Mark,
  MediaKind,
  MediaPurpose,
} from './candidate.contract.ts'
import type { RoleId } from './role.contract.ts'

type Moment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** Talent put forward for one role. */
interface CastingCandidateTable {
  id: CandidateId
  production_id: ProductionId
  role_id: RoleId
  /** What the candidate is called where names are not said: *NORA 12*. */
  number: number
  source: CandidateSource
  state: Generated<CandidateState>
  /** First, second, third choice. */
  choice: number | null
  person_id: PersonId | null
  name: string
  /** The same person sending twice has the same key: folded name and address. */
  merge_key: string | null
  email: string | null
  phone: string | null
  city: string | null
  birth_date: PlainDay | null
  sizes: string | null
  rate_wish: string | null
  reel: string | null
  availability: Generated<string>
  message: Generated<string>
  guardian_name: string | null
  guardian_email: string | null
  agent_name: string | null
  agent_email: string | null
  agent_first: Generated<boolean>
  agent_copied: Generated<boolean>
  consent_id: string | null
  consented_at: Moment
  may_keep: Generated<boolean>
  erase_on: PlainDay | null
  released_at: Moment
  /** What holds or books them. */
  booking_id: string | null
  /** Somebody looked at who shares their address, and said they are none of these. */
  is_new_person: Generated<boolean>
  /** The release that was made out to them. */
  agreement_id: string | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
}

export interface CastingMediaTable {
  id: string
  candidate_id: CandidateId
  file_id: FileId
  /** The upload it came from; a photograph is drawn anew, so its file is another. */
  sent_file_id: FileId
  kind: MediaKind
  purpose: MediaPurpose
  take: number
  name: string
  media_type: string
  size_bytes: number
  created_at: ColumnType<Temporal.Instant, string, never>
}

interface CastingMarkTable {
  id: string
  candidate_id: CandidateId
  user_id: UserId
  mark: Mark | null
  note: Generated<string>
  marked_at: ColumnType<Temporal.Instant, string, string>
}

/** All that remains of somebody whose material was erased. */
export interface CastingErasureTable {
  id: string
  production_id: ProductionId
  request_hash: string
  reason: 'asked' | 'period_over'
  files: number
  asked_at: ColumnType<Temporal.Instant, string, never>
  done_at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_candidate: CastingCandidateTable
    casting_media: CastingMediaTable
    casting_mark: CastingMarkTable
    casting_erasure: CastingErasureTable
  }
}
