import type { ColumnType, Generated } from 'kysely'
import type { LinkId, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { AccessId, ShareId } from './access.contract.ts'
import type { DocumentId } from './document.contract.ts'
import './document.table.ts'

type Once = ColumnType<Temporal.Instant, string, never>
type Sometimes = ColumnType<Temporal.Instant | null, string | null, string | null>

interface DocumentAccessTable {
  id: AccessId
  document_id: DocumentId
  user_id: UserId
  state: Generated<'asked' | 'granted' | 'refused' | 'revoked'>
  reason: string
  wanted_until: Once
  granted_until: Sometimes
  asked_at: Once
  decided_at: Sometimes
  decided_by: string | null
  note: Generated<string>
  version: Generated<number>
}

/** Who agreed to keep quiet, to which words: typed on first opening, or signed on paper. */
interface DocumentTermsTable {
  id: string
  production_id: ProductionId
  user_id: UserId | null
  person_id: PersonId | null
  link_id: LinkId | null
  how: 'agreed' | 'signed'
  name: string
  wording: string
  agreed_at: Once
  address: string | null
  agent: string | null
}

interface DocumentShareTable {
  id: ShareId
  document_id: DocumentId
  link_id: LinkId | null
  channel: 'attachment' | 'personal_link' | 'protected_link'
  holder_name: string
  holder_email: string | null
  person_id: PersonId | null
  may_download: boolean
  is_watermarked: boolean
  needs_terms: boolean
  /** The opener shows that the address is theirs, by a code that is sent there. */
  needs_code: Generated<boolean>
  code_hash: ColumnType<string | null, string | null | undefined, string | null>
  code_expires_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  code_wrong: Generated<number>
  expires_at: Sometimes
  shared_at: Once
  shared_by: string
}

export interface DocumentVisitTable {
  id: string
  share_id: ShareId
  at: Once
  what: 'opened' | 'downloaded' | 'agreed' | 'wrong_password' | 'code_sent' | 'wrong_code' | 'proved'
  number: number | null
  address: string | null
  agent: string | null
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    document_access: DocumentAccessTable
    document_terms: DocumentTermsTable
    document_share: DocumentShareTable
    document_visit: DocumentVisitTable
  }
}
