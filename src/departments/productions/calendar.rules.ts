import { weekdayOf, type PlainDay } from '../../kernel/time.ts'
import type { Calendar, CalendarDay, CalendarDayKind } from './calendar.contract.ts'

/** Why nobody works on a date: `off` by its weekday, or what the calendar says; `null` on a working day. */
export function restOn(calendar: Calendar, onDate: PlainDay): Exclude<CalendarDayKind, 'work'> | null {
  const marked = calendar.days.find((day) => day.onDate === onDate)
  if (marked !== undefined) return marked.kind === 'work' ? null : marked.kind
  return calendar.daysOff.includes(weekdayOf(onDate)) ? 'off' : null
}

/** What somebody wants of a date; without a kind it is as its weekday. */
export type CalendarMark = Omit<CalendarDay, 'kind'> & { kind: CalendarDayKind | null }

/** What a calendar says of a date beyond its weekday. */
export const markOf = ({ days }: Pick<Calendar, 'days'>, onDate: PlainDay): CalendarMark =>
  days.find((day) => day.onDate === onDate) ?? { onDate, kind: null, label: '' }

export const isSameMark = (one: CalendarMark, other: CalendarMark): boolean =>
  one.kind === other.kind && one.label === other.label

/** As people call the days that differ from their weekday. */
export const markNames: Record<CalendarDayKind, string> = {
  work: 'Working day',
  off: 'Day off',
  holiday: 'Public holiday',
  travel: 'Travel day',
  hiatus: 'Hiatus',
}

/** Two marks of one date beside each other, for a person to choose between. */
export function comparedMarks(mine: CalendarMark, theirs: CalendarMark) {
  const name = ({ kind }: CalendarMark) => (kind === null ? 'As its weekday' : markNames[kind])
  return [
    { label: 'What it is', mine: name(mine), theirs: name(theirs) },
    { label: 'Why', mine: mine.label, theirs: theirs.label },
  ]
}
