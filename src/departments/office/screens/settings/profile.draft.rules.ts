import { durationText } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import type { WorkingTimeProfile } from '../../../productions/profile.contract.ts'

/** The figures of a profile that a person sets, in the order they are asked for. */
export const figures = [
  ['dailyRestMinutes', 'Rest between days', true],
  ['weeklyRestMinutes', 'Rest in the week', false],
  ['minorRestMinutes', 'Rest of a minor', true],
  ['mealAfterMinutes', 'Meal after', true],
  ['mealMinutes', 'Meal takes', true],
  ['secondMealAfterMinutes', 'Second meal after', false],
  ['overtimeAfterMinutes', 'Overtime after', true],
  ['secondOvertimeAfterMinutes', 'Second step after', false],
] as const satisfies [keyof WorkingTimeProfile, string, boolean][]

type Figure = (typeof figures)[number][0]

export type ProfileDraft = Record<Figure, number | null> & { name: string; source: string; dated: string | null }

export const profileDraft = (it: WorkingTimeProfile): ProfileDraft => ({
  name: it.name,
  source: it.source,
  dated: it.dated,
  dailyRestMinutes: it.dailyRestMinutes,
  weeklyRestMinutes: it.weeklyRestMinutes,
  minorRestMinutes: it.minorRestMinutes,
  mealAfterMinutes: it.mealAfterMinutes,
  mealMinutes: it.mealMinutes,
  secondMealAfterMinutes: it.secondMealAfterMinutes,
  overtimeAfterMinutes: it.overtimeAfterMinutes,
  secondOvertimeAfterMinutes: it.secondOvertimeAfterMinutes,
})

const length = (word: string) => ({ word, say: (it: number | null) => (it === null ? '' : durationText(it)) })

/** Both sides of a conflict, field by field. */
export const profileWords: Shared<ProfileDraft>['words'] = {
  name: 'Name',
  ...Object.fromEntries(figures.map(([figure, label]) => [figure, length(label)])),
  source: 'Source',
  dated: 'As of',
}
