import type { Shared } from '../../../../ui/formConflict.ts'
import type { ScheduleRules } from '../../rule.contract.ts'

type Figures = Omit<ScheduleRules, 'restName' | 'source' | 'dated'>

/** What the fields hold: a figure that is being typed may be missing. */
export interface ScheduleRulesDraft extends Record<keyof Figures, number | null> {
  restName: string
  source: string
  dated: string | null
}

/** What the fields are called where two people saved at once. */
export const scheduleRulesWords: Required<Shared<ScheduleRulesDraft>['words']> = {
  minutesPerEighth: 'Minutes for an eighth of a page',
  prepMinutes: 'Minutes of preparation',
  wrapMinutes: 'Minutes of wrap',
  targetEighths: 'A heavy day, in eighths',
  mealAfterMinutes: 'Minutes until a meal',
  restName: 'Whose rest',
  dailyRestMinutes: 'Minutes of daily rest',
  weeklyRestMinutes: 'Minutes of weekly rest',
  minorRestMinutes: 'Minutes of rest of minors',
  unknownMinorAge: 'Age of a minor nobody has written down',
  lightMarginMinutes: 'Minutes of unsure light',
  source: 'Source',
  dated: 'As of',
}
