import { addDays } from '../../../kernel/time.ts'
import type { PlainDay } from '../../../kernel/time.ts'
import type { CalendarKind, OfficeCalendarRow } from '../calendar.contract.ts'

/** Days of one kind in a row, half-open. */
export interface Run {
  from: PlainDay
  until: PlainDay
  kind: CalendarKind
}

/** Days of one kind that follow each other are one bar: Mon to Wed shooting, Thu travel, Fri shooting are three. */
export function runsOf(days: OfficeCalendarRow['days']): Run[] {
  const runs: Run[] = []
  for (const { onDate, kind } of days) {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.until === onDate) last.until = addDays(onDate, 1)
    else runs.push({ from: onDate, until: addDays(onDate, 1), kind })
  }
  return runs
}
