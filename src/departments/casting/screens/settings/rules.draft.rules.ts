import { clockOf, type DayMinute } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import type { CastingRules, ReadingSpeed } from '../../rule.contract.ts'

/** What the fields hold; a number that is being typed may be missing. */
export interface SpeedDraft extends Omit<ReadingSpeed, 'wordsFrom' | 'wordsUntil'> {
  wordsFrom: number | null
  wordsUntil: number | null
}

type Figure = 'schoolUntilMinute' | 'scriptAgeYears' | 'talentAgeYears'

export interface RulesDraft
  extends Omit<CastingRules, 'speeds' | 'reminderHours' | 'dated' | Figure>, Record<Figure, number | null> {
  speeds: SpeedDraft[]
  reminderHours: (number | null)[]
  dated: string | null
}

export const rulesDraft = ({ speeds, reminderHours, ...rules }: CastingRules): RulesDraft => ({
  ...rules,
  speeds: [...speeds],
  reminderHours: [...reminderHours],
})

/** 72 → `3 days`, 36 → `36 hours`. */
export const noticeText = (hours: number): string => {
  if (hours % 24 !== 0 || hours === 24) return hours === 1 ? '1 hour' : `${hours} hours`
  return `${hours / 24} days`
}

/** What a commercial of half a minute takes at this speed: `75 to 80 words in 30 s`. */
export const halfMinute = ({ wordsFrom, wordsUntil }: SpeedDraft): string =>
  wordsFrom === null || wordsUntil === null
    ? ''
    : `${Math.floor(wordsFrom / 2)} to ${Math.floor(wordsUntil / 2)} words in 30 s`

/** Both sides of a conflict, field by field. */
export const rulesWords: Required<Shared<RulesDraft>['words']> = {
  reminderHours: {
    word: 'Reminders',
    say: (all) => all.map((hours) => (hours === null ? '–' : noticeText(hours))).join(', '),
  },
  speeds: {
    word: 'Reading speeds',
    say: (all) => all.map((it) => `${it.language} ${it.wordsFrom ?? '–'} to ${it.wordsUntil ?? '–'}`).join(', '),
  },
  schoolUntilMinute: { word: 'School ends', say: (it) => (it === null ? '' : clockOf(it as DayMinute)) },
  scriptAgeYears: 'Years around an age of the script',
  talentAgeYears: 'Years around a role’s age, for our talent',
  doorText: 'At the door',
  source: 'Source',
  dated: 'As of',
}
