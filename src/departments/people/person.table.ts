import type { ColumnType, Generated } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { CompanyId } from './person.contract.ts'
import type { Measurements, Representation } from './profile.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

interface DepartmentTable {
  id: string
  name: string
  sort: number
  /** Minutes from general call that this department usually has; negative is earlier. */
  call_offset_minutes: number
  /** The one that performers belong to, whatever the office calls it. */
  is_cast: Generated<boolean>
  version: Generated<number>
  source: string
  as_of: PlainDay
}

interface PositionTable {
  id: string
  department_id: string
  name: string
  /** What else it is called on crew lists. */
  also: string[]
  sort: number
}

/** What people and companies have in common. The three keys are computed from the names, see likeness.rules.ts. */
interface RecordColumns {
  name: string
  legal_name: string | null
  other_names: string[]
  home_base: string | null
  address: string | null
  time_zone: string | null
  languages: string[]
  websites: string[]
  notes: string | null
  source: string | null
  name_key: string
  sort_name: string
  search_text: string
  /** What the profile adds; `find_text` is both together. */
  profile_text: Generated<string>
  find_text: ColumnType<string, never, never>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
  archived_reason: string | null
}

export interface CompanyTable extends RecordColumns {
  id: CompanyId
  kinds: string[]
  merged_into: CompanyId | null
}

export interface PersonTable extends RecordColumns {
  id: PersonId
  given_name: string | null
  family_name: string | null
  credit_name: string | null
  pronouns: string | null
  company_id: CompanyId | null
  agent_id: PersonId | null
  department_id: string | null
  position: string | null
  birth_date: PlainDay | null
  union_membership: string | null
  sizes: string | null
  emergency_contact: string | null
  dietary: string | null
  allergies: string | null
  rate_note: string | null
  bank_sealed: Buffer | null
  skills: Generated<string[]>
  tags: Generated<string[]>
  travel_km: number | null
  representation: Generated<Representation>
  measurements: ColumnType<Measurements, string | undefined, string>
  do_not_hire_reason: string | null
  do_not_hire_by: string | null
  do_not_hire_at: Written<Temporal.Instant | null, string | null>
  /** The latest day rate, for finding by it; the rates themselves are kept by `pay`. */
  day_rate_minor: number | null
  day_rate_currency: string | null
  merged_into: PersonId | null
}

interface ContactPointTable {
  id: string
  person_id: PersonId | null
  company_id: CompanyId | null
  kind: 'email' | 'phone'
  label: string | null
  value: string
  match_key: string
  sort: number
}

interface MergeAnswerTable {
  id: string
  kind: 'person' | 'company'
  kept_id: string
  other_id: string
  answer: 'merged' | 'different'
  snapshot: Written<unknown, string | null>
  answered_by_name: string
  answered_at: ColumnType<Temporal.Instant, string, never>
  undone_at: Written<Temporal.Instant | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    department: DepartmentTable
    position: PositionTable
    company: CompanyTable
    person: PersonTable
    contact_point: ContactPointTable
    merge_answer: MergeAnswerTable
  }
}
