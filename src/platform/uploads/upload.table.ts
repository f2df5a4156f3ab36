import type { ColumnType } from 'kysely'
import type { FileId, LinkId, ProductionId, UserId } from '../../kernel/ids.ts'

/** A file that has arrived whole. Its bytes never change. */
export interface FileTable {
  id: FileId
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  storage_key: string
  production_id: ProductionId | null
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by: UserId | null
}

/** A file on its way. When it has arrived, the file has the upload's id. */
export interface UploadTable {
  id: FileId
  /** Who sends: a person, or whoever holds a link. One of the two. */
  user_id: UserId | null
  link_id: LinkId | null
  /** Null until the sender knows. */
  size_bytes: number | null
  offset_bytes: number
  metadata: ColumnType<Record<string, string | null> | null, string | null, string | null>
  created_at: ColumnType<Temporal.Instant, string, never>
  finished_at: ColumnType<Temporal.Instant | null, string | null, string | null>
}

export interface UploadPartTable {
  upload_id: FileId
  from_byte: number
  size_bytes: number
  storage_key: string
}

declare module '../database/schema.ts' {
  interface Schema {
    file: FileTable
    upload: UploadTable
    upload_part: UploadPartTable
  }
}
