import type { ColumnType, Generated } from 'kysely'
import type { FileId, LinkId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Language } from './kinds.rules.ts'
import type { CrowdNoticeId, PointContent, PointId } from './point.contract.ts'
import type { Scope } from './scope.rules.ts'
import type { TemplateId } from './template.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface PointTable {
  id: PointId
  production_id: ProductionId
  template_id: TemplateId
  label: string
  on_date: PlainDay | null
  location_id: string | null
  scene_numbers: string[]
  languages: Language[]
  scope: Written<Scope, string>
  /** What people get, by the language they sign in. */
  pay: Written<Partial<Record<Language, string>>, string>
  /** Frozen when the code was made: the same words for everybody who signs at it. */
  content: Written<PointContent, string>
  link_id: LinkId
  closes_at: At
  closed_at: MaybeAt
  version: Generated<number>
  created_at: At
  created_by_name: string
}

export interface CrowdNoticeTable {
  id: CrowdNoticeId
  production_id: ProductionId
  on_date: PlainDay
  location_id: string | null
  scene_numbers: string[]
  language: Language
  position: string
  photo_file_id: FileId | null
  photo_taken_at: MaybeAt
  submission_key: string | null
  created_at: At
  created_by_name: string
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    agreement_point: PointTable
    agreement_crowd_notice: CrowdNoticeTable
  }
}
