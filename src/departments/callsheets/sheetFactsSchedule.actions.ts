import { dayText, instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { RowFacts, SheetFacts } from './sheet.facts.ts'

/** A day of the active board as a call sheet needs it. */
export interface LaidDay {
  onDate: PlainDay
  unit: string
  type: string
  number: number | null
  count: number | null
  call: DayMinute | null
  note: string
  rows: RowFacts[]
  dayText: string
  /** When the unit is away, by the plan. */
  wrapAt: Temporal.Instant | null
  instantAt: (minute: DayMinute) => Temporal.Instant
  background: SheetFacts['background']
  requirements: SheetFacts['requirements']
}

/** Units are compared without case; every way of saying main is one. */
export const dayKey = (unit: string): string => (/^main\b/i.test(unit) ? 'main' : unit.trim().toLowerCase())

export async function scheduleSources(
  _db: Db,
  _scope: ProductionScope,
): Promise<{ boardId: string | null; scheduleIssueId: string | null; days: LaidDay[] }> {
  void dayText
  void instantOf
  return { boardId: null, scheduleIssueId: null, days: [] }
}
