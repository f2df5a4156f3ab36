import { isMainUnit } from '../../kernel/units.ts'
import { formatPages } from '../../kernel/eighths.ts'
import { addDays } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { DayFacts } from './board.facts.ts'
import type { CalendarItem, CalendarKind, OfficeCalendarRow, RestDay } from './calendar.contract.ts'

interface CalendarDayFacts extends DayFacts {
  key: string
  type: CalendarKind
}

/** `Day 2 of 6`; what a day without a number is; the unit where it is not the main one. */
export function itemOfDay({ key, type, onDate, number, of, typeText, unit, ...day }: CalendarDayFacts): CalendarItem {
  const what = number === null ? typeText : `Day ${number} of ${of}`
  const second = unit === '' || isMainUnit(unit) ? '' : `, ${unit}`
  const detail = [
    day.call === null ? '' : `Call ${day.call}`,
    day.eighths > 0 ? formatPages(day.eighths) : '',
    day.places.join(', '),
    day.note,
  ]
  return {
    key,
    onDate,
    kind: type,
    label: `${what}${second}`,
    detail: detail.filter(Boolean).join(' · '),
    isOnBoard: true,
  }
}

interface ElementEventFacts {
  id: string
  onDate: PlainDay
  kind: 'travel' | 'rehearsal' | 'fitting' | 'other'
  note: string
  who: string
}

const eventNames = { travel: 'Travel', rehearsal: 'Rehearsal', fitting: 'Fitting', other: 'Event' } as const

export const itemOfEvent = ({ id, onDate, kind, note, who }: ElementEventFacts): CalendarItem => ({
  key: id,
  onDate,
  kind: 'event',
  label: who === '' ? eventNames[kind] : `${eventNames[kind]}, ${who}`,
  detail: note,
  isOnBoard: false,
})

export const milestone = (onDate: PlainDay | null, label: string): CalendarItem[] =>
  onDate === null ? [] : [{ key: label, onDate, kind: 'milestone', label, detail: '', isOnBoard: false }]

/** Every date of a span (half-open). */
export function datesIn(from: PlainDay, until: PlainDay): PlainDay[] {
  const dates: PlainDay[] = []
  for (let date = from; date < until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** Dates nobody works, each with its reason. A day on the board says more than the calendar and takes its place. */
export function restDays(
  dates: readonly PlainDay[],
  restOn: (date: PlainDay) => RestDay['kind'] | null,
  marked: ReadonlyMap<PlainDay, string>,
): RestDay[] {
  return dates.flatMap((onDate) => {
    const kind = restOn(onDate)
    return kind === null ? [] : [{ onDate, kind, label: marked.get(onDate) ?? '', isMarked: marked.has(onDate) }]
  })
}

interface Planned {
  onDate: PlainDay
  unit: string
  type: CalendarKind
}

/** One entry per date: the day that shoots counts before one that travels or rests, and names every unit. */
export function rowDays(planned: readonly Planned[]): OfficeCalendarRow['days'] {
  return [...Map.groupBy(planned, ({ onDate }) => onDate)].map(([onDate, those]) => {
    const shooting = those.find(({ type }) => type === 'shoot' || type === 'weather')
    return { onDate, kind: (shooting ?? those[0]!).type, units: [...new Set(those.map(({ unit }) => unit))] }
  })
}
