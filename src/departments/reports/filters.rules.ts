import type { BoardReportFacts, DayFacts } from './board.facts.ts'
import type { ReportFilters, ReportName } from './report.contract.ts'

/** What each report can be narrowed by; a filter it does not know changes nothing. */
export const takes: Record<ReportName, readonly (keyof ReportFilters)[]> = {
  'one-liner': ['board', 'unit', 'from', 'until'],
  'shooting-schedule': ['board', 'unit', 'from', 'until'],
  'day-out-of-days': ['board', 'category', 'unit', 'sort', 'idle'],
  'cast-list': ['board'],
  'element-list': ['board', 'category'],
  'crew-list': ['department'],
}

export const reportTitles: Record<ReportName, string> = {
  'one-liner': 'One-liner',
  'shooting-schedule': 'Shooting schedule',
  'day-out-of-days': 'Day out of days',
  'cast-list': 'Cast list',
  'element-list': 'Elements by category',
  'crew-list': 'Crew list',
}

/** What each is for, as the hub says it. */
export const reportPurposes: Record<ReportName, string> = {
  'one-liner': 'The whole schedule, one line per strip',
  'shooting-schedule': 'The schedule with everything each scene needs',
  'day-out-of-days': 'Who works, holds and travels on each date, for any category',
  'cast-list': 'Characters, who plays them, their scenes and days',
  'element-list': 'Props, vehicles, animals and everything else, with scenes and dates',
  'crew-list': 'Everybody engaged, by department, as you may see them',
}

/** The board's days narrowed to a unit and a span of dates; elements to a category. */
export function narrowed(facts: BoardReportFacts, filters: ReportFilters): BoardReportFacts {
  const wants = ({ unit, onDate }: DayFacts) =>
    (filters.unit === undefined || unit === filters.unit) &&
    (filters.from === undefined || onDate >= filters.from) &&
    (filters.until === undefined || onDate <= filters.until)
  return { ...facts, days: facts.days.filter(wants) }
}
