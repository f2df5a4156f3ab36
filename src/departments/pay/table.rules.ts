import { dayClockOf, type DayMinute } from '../../kernel/time.ts'
import type { PayProfile, Step } from './overtime.rules.ts'
import type { ProfileRules } from './rate.contract.ts'

/** 840 → `14 h`, 483 → `8 h 03`. */
export const hoursText = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`

/** 150 → `× 1.5`. */
export const timesText = (percent: number): string => `× ${percent / 100}`

/** `from 10 h × 1.5, from 12 h × 2`; *single time* where nothing is raised. */
export const stepsText = (steps: readonly Step[]): string =>
  steps.length === 0
    ? 'single time'
    : steps.map(({ fromMinutes, percent }) => `from ${hoursText(fromMinutes)} ${timesText(percent)}`).join(', ')

export const hourlyWords: Record<PayProfile['hourly'], string> = {
  overtime_inside: 'The day rate holds its overtime (650/12 is 650 ÷ 14)',
  flat: 'The day rate by its hours (650/10 is 65)',
}

const clock = (minute: number) => dayClockOf(minute as DayMinute)

/** Every rule of a table in words, for reading and for comparing two. */
export const rulesSaid = ({
  hourly,
  rules,
}: {
  readonly hourly: PayProfile['hourly']
  readonly rules: ProfileRules
}): [string, string][] => [
  ['Hourly rate', hourlyWords[hourly]],
  ['Each day', stepsText(rules.steps)],
  ['6th day in a row', rules.sixthDay === null ? 'as each day' : stepsText(rules.sixthDay)],
  ['7th day in a row', rules.seventhDay === null ? 'as each day' : stepsText(rules.seventhDay)],
  ['In a week', rules.weekly === null ? 'nothing more' : stepsText([rules.weekly])],
  [
    'At night',
    rules.night === null
      ? 'nothing more'
      : `${clock(rules.night.from)} to ${clock(rules.night.until)}, at least ${timesText(rules.night.percent)}`,
  ],
  ['Rounded up to', `${rules.incrementMinutes} min`],
]
