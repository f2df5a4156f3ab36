import type { ColumnType } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { PlannedDay } from './told.rules.ts'

type Json<T> = ColumnType<T, string, string>

/** What a person was last told of their days on a production. */
interface BookingToldTable {
  production_id: ProductionId
  person_id: PersonId
  plan: Json<PlannedDay[]>
  told_at: ColumnType<Temporal.Instant, string, string>
  told_by: string
  how: 'letter' | 'by_hand'
  message_id: string | null
  /** What they knew before, for calling a letter back that has not left. */
  plan_before: Json<PlannedDay[] | null> | null
  told_before: ColumnType<Temporal.Instant | null, string | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    booking_told: BookingToldTable
  }
}
