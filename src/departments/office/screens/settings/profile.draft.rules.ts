import { durationText } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import type { MealPenalty, WorkingTimeProfile } from '../../../productions/profile.contract.ts'

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

/** What a late meal costs, as it is typed: amounts of the first steps as text, nothing where no agreement says so. */
interface PenaltyDraft {
  penaltyStep: number | null
  penaltyAmounts: string
  penaltyThen: number | null
  penaltyCurrency: string
  penaltySource: string
}

export type ProfileDraft = Record<Figure, number | null> &
  PenaltyDraft & { name: string; source: string; dated: string | null }

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
  penaltyStep: it.mealPenalty?.stepMinutes ?? null,
  penaltyAmounts: it.mealPenalty?.amounts.join(', ') ?? '',
  penaltyThen: it.mealPenalty?.then ?? null,
  penaltyCurrency: it.mealPenalty?.currency ?? '',
  penaltySource: it.mealPenalty?.source ?? '',
})

/** The draft as it is sent: without a step a late meal costs nothing. What is no number is left for the rule to refuse. */
export function profileBody(draft: ProfileDraft) {
  const { penaltyStep, penaltyAmounts, penaltyThen, penaltyCurrency, penaltySource, ...rest } = draft
  const amounts = penaltyAmounts.split(/[,;\s]+/).filter((it) => it !== '')
  const mealPenalty = penaltyStep !== null && {
    stepMinutes: penaltyStep,
    amounts: amounts.map(Number),
    then: penaltyThen,
    currency: penaltyCurrency.trim().toUpperCase(),
    source: penaltySource,
  }
  return { ...rest, mealPenalty: mealPenalty || null }
}

/** `25, 35, then 50 USD for each 30 min or part`. */
export const penaltyText = (it: MealPenalty | null): string =>
  it === null
    ? '–'
    : `${[...it.amounts, `then ${it.then}`].join(', ')} ${it.currency} for each ${it.stepMinutes} min or part`

const length = (word: string) => ({ word, say: (it: number | null) => (it === null ? '' : durationText(it)) })

/** Both sides of a conflict, field by field. */
export const profileWords: Shared<ProfileDraft>['words'] = {
  name: 'Name',
  ...Object.fromEntries(figures.map(([figure, label]) => [figure, length(label)])),
  penaltyStep: length('A late meal, each'),
  penaltyAmounts: 'The first steps cost',
  penaltyThen: 'Later ones cost',
  penaltyCurrency: 'Currency of a late meal',
  penaltySource: 'Whose terms of a late meal',
  source: 'Source',
  dated: 'As of',
}
