import type { Generated } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'

interface BookingRuleTable {
  id: Generated<number>
  challenge_rule: 'next_business_day' | 'plain_hours'
  answer_by_minute: number
  answer_hours: number
  undecided_days: number
  settle_hours: number
  week_days: Generated<number>
  papers_gate: Generated<'warn' | 'block'>
  source: string
  dated: PlainDay
  version: Generated<number>
}

interface CancellationStepTable {
  id: string
  within_hours: number
  fee_percent: number
  source: string
  dated: PlainDay
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    booking_rule: BookingRuleTable
    cancellation_step: CancellationStepTable
  }
}
