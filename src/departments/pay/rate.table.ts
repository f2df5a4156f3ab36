import type { ColumnType, Generated } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { PayProfile } from './overtime.rules.ts'
import type { Basis, PayProfileId, ProfileRules, RateId, Terms } from './rate.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

export interface PayProfileTable {
  id: PayProfileId
  name: string
  source: string
  as_of: PlainDay
  hourly: PayProfile['hourly']
  rules: Written<ProfileRules, string>
  version: Generated<number>
  archived_at: Written<Temporal.Instant | null, string | null>
}

export interface PayRateTable {
  id: RateId
  person_id: PersonId | null
  company_id: string | null
  position: string
  basis: Basis
  amount_minor: number
  currency: string
  guaranteed_minutes: number | null
  profile_id: PayProfileId | null
  terms: Written<Terms, string>
  market: string | null
  media: string | null
  term_months: number | null
  valid_from: PlainDay
  source: string
  note: string | null
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by: string
  archived_at: Written<Temporal.Instant | null, string | null>
}

export interface PayFigureTable {
  id: string
  key: string
  label: string
  thousandths: number
  unit: string
  valid_from: PlainDay
  source: string
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    pay_profile: PayProfileTable
    pay_rate: PayRateTable
    pay_figure: PayFigureTable
  }
}
