import { addDays, weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { DayType, ShootDay } from './board.contract.ts'

export const dayTypeWords: Record<DayType, string> = {
  shoot: 'Shoot',
  prep: 'Prep',
  travel: 'Travel',
  rehearsal: 'Rehearsal',
  weather: 'Weather cover',
  off: 'Day off',
  holiday: 'Holiday',
  hiatus: 'Hiatus',
  wrap: 'Wrap',
}

/** A board's calendar, as far as new days need it. */
interface RestCalendar {
  readonly daysOff: readonly number[]
  readonly days: readonly { readonly onDate: PlainDay; readonly kind: string; readonly label?: string }[]
}

/** Why a date rests, in words; undefined on a working day. A day marked as work overrules its weekday. */
export function restOf(calendar: RestCalendar, onDate: PlainDay): string | undefined {
  const marked = calendar.days.find((day) => day.onDate === onDate)
  if (marked) return marked.kind === 'work' ? undefined : (restWords[marked.kind] ?? 'a day off')
  return calendar.daysOff.includes(weekdayOf(onDate)) ? 'a day off' : undefined
}

const restWords: Record<string, string> = {
  off: 'a day off',
  holiday: 'a holiday',
  hiatus: 'the hiatus',
  travel: 'a travel day',
}

/** How many days of a span are worked, both ends included. */
export function workedIn(calendar: RestCalendar, first: PlainDay, last: PlainDay): number {
  let worked = 0
  for (let day = first; day <= last; day = addDays(day, 1)) if (restOf(calendar, day) === undefined) worked++
  return worked
}

interface WantedDays {
  readonly present: readonly Pick<ShootDay, 'onDate' | 'unit'>[]
  readonly unit: string
  readonly onDate?: PlainDay | undefined
  readonly count: number
  readonly startsOn: PlainDay
  readonly calendar: RestCalendar
}

/**
 * The dates of new days. One day with a date is taken as said, even on a Sunday; otherwise they follow the unit's last
 * day, or begin with the production, and skip days off.
 */
export function datesFor({ present, unit, onDate, count, startsOn, calendar }: WantedDays): PlainDay[] {
  if (onDate !== undefined && count === 1) return [onDate]
  const last = present
    .filter((day) => day.unit === unit)
    .map((day) => day.onDate)
    .sort()
    .at(-1)
  const dates: PlainDay[] = []
  let next = onDate ?? (last === undefined ? startsOn : addDays(last, 1))
  // A calendar that rests for ever ends the search after ten years instead of never.
  for (let tries = 0; dates.length < count && tries < 3660; tries++) {
    if (restOf(calendar, next) === undefined) dates.push(next)
    next = addDays(next, 1)
  }
  return dates
}
