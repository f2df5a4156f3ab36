import type { ColumnType, Generated } from 'kysely'
import type { FileId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { Reader } from './documentAccess.rules.ts'
import type { DocumentId, DocumentKind, ReadingState, VersionId } from './document.contract.ts'
import type { FolderId } from './folder.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type Once = ColumnType<Temporal.Instant, string, never>
type Sometimes = Written<Temporal.Instant | null, string | null>

type Channel = 'attachment' | 'personal_link' | 'protected_link' | 'nobody'

/** What kind of secret a document is: who reads it, and how it may leave the building. */
interface DocumentClassTable {
  code: string
  name: string
  about: string
  sort: number
  readers: Reader[]
  is_listed: boolean
  is_watermarked: boolean
  needs_nda: boolean
  nda_exempt: Reader[]
  lowest_channel: Channel
  may_download: boolean
  link_days: number
  in_binder: boolean
  source: string
  as_of: string
  version: Generated<number>
}

interface DocumentFolderTable {
  id: FolderId
  /** Null: the office's own. */
  production_id: ProductionId | null
  parent_id: FolderId | null
  name: string
  version: Generated<number>
  created_at: Once
  archived_at: Sometimes
}

interface DocumentTable {
  id: DocumentId
  production_id: ProductionId | null
  folder_id: FolderId | null
  class_code: string
  name: string
  search_text: string
  /** `added` by a person, or the department whose record it is, with the record's key there. */
  origin: Generated<string>
  origin_key: string | null
  current_number: Generated<number>
  version: Generated<number>
  created_at: Once
  created_by: UserId | null
  changed_at: Written<Temporal.Instant, string>
  archived_at: Sometimes
}

export interface DocumentVersionTable {
  id: VersionId
  document_id: DocumentId
  number: number
  file_id: FileId
  file_name: string
  kind: DocumentKind
  media_type: string
  /** Its name promises something else than its content is. */
  is_disguised: Generated<boolean>
  size_bytes: number
  sha256: string
  note: Generated<string>
  added_at: Once
  added_by: string
  state: Generated<ReadingState>
  problem: string | null
  pages: number | null
  thumbnail_key: string | null
  thumbnail_width: number | null
  thumbnail_height: number | null
}

interface DocumentSubjectTable {
  document_id: DocumentId
  kind: string
  subject_id: string
  position: Generated<number>
}

interface DocumentPageTable {
  version_id: VersionId
  number: number
  /** The name of a sheet, the title of a slide; null where pages have only numbers. */
  label: string | null
  text: string
  words: ColumnType<never, never, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    document_class: DocumentClassTable
    document_folder: DocumentFolderTable
    document: DocumentTable
    document_version: DocumentVersionTable
    document_subject: DocumentSubjectTable
    document_page: DocumentPageTable
    document_word: { word: string }
  }
}
