import type { ColumnType, Generated } from 'kysely'
import type { FileId, PersonId } from '../../kernel/ids.ts'
import type { Level, MediaId, MediaKind } from './profile.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

interface PersonPositionTable {
  id: string
  person_id: PersonId
  position: string
  level: Level
  sort: number
}

export interface PersonMediaTable {
  id: MediaId
  person_id: PersonId
  kind: MediaKind
  title: string
  tags: string[]
  language: string | null
  url: string | null
  file_id: FileId | null
  small_file_id: FileId | null
  width: number | null
  height: number | null
  seconds: number | null
  sort: number
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    person_position: PersonPositionTable
    person_media: PersonMediaTable
  }
}
