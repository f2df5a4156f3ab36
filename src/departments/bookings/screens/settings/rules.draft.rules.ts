import { clockOf, type DayMinute } from '../../../../kernel/time.ts'
import type { Shared } from '../../../../ui/formConflict.ts'
import type { BookingRules } from '../../rules.contract.ts'
import { ruleText } from '../../deadline.rules.ts'
import type { Label } from '../../label.rules.ts'
import type { StepDraft } from './CancellationField.tsx'

/** What the fields of the page hold; a number that is being typed may be missing. */
export type RulesDraft = {
  [K in keyof Omit<BookingRules, 'cancellation' | 'labels' | 'dated' | 'source'>]: BookingRules[K] | null
} & { source: string; dated: string | null; cancellation: StepDraft[]; labels: Label[] }

export const rulesDraft = ({ cancellation, labels, ...rules }: BookingRules): RulesDraft => ({
  ...rules,
  cancellation: cancellation.toSorted((a, b) => a.withinHours - b.withinHours),
  labels: [...labels],
})

/** The rule as it is told to both sides of a challenge, from the fields as they stand. */
export const ruleInWords = ({ challengeRule, answerByMinute, answerHours }: RulesDraft): string =>
  ruleText({
    challengeRule: challengeRule ?? 'next_business_day',
    answerByMinute: answerByMinute ?? 0,
    answerHours: answerHours ?? 0,
  })

/** Both sides of a conflict, field by field. */
export const rulesWords: Shared<RulesDraft>['words'] = {
  challengeRule: {
    word: 'Time to answer',
    say: (it) => (it === 'plain_hours' ? 'a number of hours' : 'until a time of the next working day'),
  },
  answerByMinute: { word: 'Answer by', say: (it) => (it === null ? '' : clockOf(it as DayMinute)) },
  answerHours: 'Hours to answer',
  undecidedDays: 'Point out, days before',
  settleHours: 'Settle, hours before',
  weekDays: 'Days of one week',
  papersGate: {
    word: 'A paper that blocks',
    say: (it) => (it === 'block' ? 'book only with a reason' : 'say so, and book'),
  },
  cancellation: {
    word: 'Cancelling',
    say: (steps) => steps.map((it) => `${it.withinHours ?? '–'} h: ${it.feePercent ?? '–'} %`).join(', '),
  },
  labels: { word: 'Words', say: (labels) => labels.map(({ meaning, name }) => `${name} (${meaning})`).join(', ') },
  source: 'Source',
  dated: 'As of',
}
