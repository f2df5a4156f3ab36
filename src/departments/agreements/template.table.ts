import type { ColumnType, Generated } from 'kysely'
import type { FileId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { AgreementKind, RolePlan } from './kinds.rules.ts'
import type { Source } from './text.rules.ts'
import type { ClauseId, TemplateId, TemplateVersionId } from './template.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type At = ColumnType<Temporal.Instant, string, string>
type MaybeAt = ColumnType<Temporal.Instant | null, string | null, string | null>

export interface ClauseTable {
  id: ClauseId
  key: string
  title: string
  version: Generated<number>
  created_at: At
  archived_at: MaybeAt
}

export interface ClauseVersionTable {
  id: string
  clause_id: ClauseId
  number: number
  /** Wording by language. */
  texts: Written<Record<string, string>, string>
  note: string
  created_by_name: string
  created_at: At
  approved_by_name: string | null
  approved_at: MaybeAt
}

export interface TemplateTable {
  id: TemplateId
  kind: AgreementKind
  name: string
  roles: Written<RolePlan[], string>
  version: Generated<number>
  created_at: At
  archived_at: MaybeAt
}

export interface TemplateVersionTable {
  id: TemplateVersionId
  template_id: TemplateId
  number: number
  texts: Written<Record<string, Source>, string>
  docx_file_id: FileId | null
  note: string
  created_by_name: string
  created_at: At
  approved_by_name: string | null
  approved_at: MaybeAt
}

interface LadderTable {
  kind: AgreementKind
  steps_hours: number[]
  most: number
  sign_within_days: number
  notice_days: number
  source: string
  dated: PlainDay
  version: Generated<number>
}

interface NeedTable {
  id: string
  applies_to: 'cast' | 'background' | 'crew' | 'minor' | 'location' | 'client' | 'agency' | 'vendor'
  kind: AgreementKind
  required: boolean
  source: string
  dated: PlainDay
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    agreement_clause: ClauseTable
    agreement_clause_version: ClauseVersionTable
    agreement_template: TemplateTable
    agreement_template_version: TemplateVersionTable
    agreement_ladder: LadderTable
    agreement_need: NeedTable
  }
}
