import type { ColumnType, Generated } from 'kysely'
import type { FileId, LinkId, PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Held } from './matrix.rules.ts'
import type { PaperId, PaperKindId } from './papers.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

export interface PaperKindTable {
  id: PaperKindId
  name: string
  agreement_kind: string | null
  per_production: boolean
  expires: boolean
  is_insurance: boolean
  /** The tax form, of which there is one kind. */
  is_tax_form: Generated<boolean>
  /** Bank details, of which there is one kind. */
  is_bank_details: Generated<boolean>
  keep_after_start_years: number | null
  keep_after_end_years: number | null
  source: string
  as_of: PlainDay
  sort: number
  version: Generated<number>
}

interface PaperRuleTable {
  id: string
  kind_id: PaperKindId
  engagement_kind: string
  effect: 'block' | 'warn'
}

export interface PaperTable {
  id: PaperId
  kind_id: PaperKindId
  person_id: PersonId | null
  company_id: string | null
  production_id: ProductionId | null
  state: Held['state']
  file_id: FileId | null
  expires_on: PlainDay | null
  reason: string | null
  agreement_id: string | null
  link_id: LinkId | null
  asked_at: Written<Temporal.Instant | null, string | null>
  chases: Generated<number>
  chased_at: Written<Temporal.Instant | null, string | null>
  reviewed_by: string | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
}

interface PaperAttachmentTable {
  id: string
  paper_id: PaperId
  file_id: FileId
  name: string
}

export interface InsuranceCoverageTable {
  id: string
  paper_id: PaperId
  coverage: string
  each_minor: number
  aggregate_minor: number | null
  currency: string
  additional_insured: string[]
  policy_number: string | null
  insurer: string | null
}

interface InsuranceRequirementTable {
  id: string
  production_id: ProductionId
  engagement_kind: string
  coverage: string
  each_minor: number
  currency: string
  additional_insured: string | null
  source: string
}

/** The whole list of a production is edited at once; there is no row until somebody does. */
interface InsuranceRequirementListTable {
  production_id: ProductionId
  version: Generated<number>
}

/** When papers are asked for again; one row. */
interface PaperChaseRuleTable {
  id: Generated<number>
  notice_days: number[]
  again_after_days: number
  again_most: number
  link_days: number
  source: string
  dated: ColumnType<PlainDay, string, string>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    paper_kind: PaperKindTable
    paper_rule: PaperRuleTable
    paper: PaperTable
    paper_chase_rule: PaperChaseRuleTable
    paper_attachment: PaperAttachmentTable
    insurance_coverage: InsuranceCoverageTable
    insurance_requirement: InsuranceRequirementTable
    insurance_requirement_list: InsuranceRequirementListTable
  }
}
