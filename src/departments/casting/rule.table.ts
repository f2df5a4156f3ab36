import type { ColumnType, Generated } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'

/** What the office goes by in casting; one row. */
interface CastingRuleTable {
  id: Generated<number>
  reminder_hours: number[]
  school_until_minute: number
  script_age_years: number
  talent_age_years: number
  door_text: string
  source: string
  dated: ColumnType<PlainDay, string, string>
  version: Generated<number>
}

/** Words a minute in which a language is read for the microphone. */
interface CastingReadingSpeedTable {
  id: string
  language: string
  words_from: number
  words_until: number
  source: string
  effective_from: ColumnType<PlainDay, string, string>
  version: Generated<number>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    casting_rule: CastingRuleTable
    casting_reading_speed: CastingReadingSpeedTable
  }
}
