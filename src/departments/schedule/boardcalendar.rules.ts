import type { Change } from '../../kernel/concern.ts'
import { addDays, dayText, daysBetween, weekdays } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { MarkedDay, OwnCalendar, ShootDay, ShootDayId, WorkCalendar } from './board.contract.ts'
import { restOf } from './days.rules.ts'

/** A board that follows its production. */
export const FOLLOWS: OwnCalendar = { daysOff: null, days: [] }

/** The production's calendar with what the board changes in it. */
export function calendarWith(base: WorkCalendar, own: OwnCalendar): WorkCalendar {
  const changed = new Set(own.days.map(({ onDate }) => onDate))
  const days = [...base.days.filter(({ onDate }) => !changed.has(onDate)), ...own.days]
  return {
    daysOff: own.daysOff ?? base.daysOff,
    days: days.sort((a, b) => a.onDate.localeCompare(b.onDate)),
  }
}

/** What is left of a board's own calendar once all that agrees with the production's is taken out. */
export function reduced(base: WorkCalendar, own: OwnCalendar): OwnCalendar {
  const daysOff = own.daysOff?.toSorted((a, b) => a - b) ?? null
  const same = daysOff?.join() === base.daysOff.toSorted((a, b) => a - b).join()
  const known = new Map(base.days.map((day) => [day.onDate, `${day.kind} ${day.label}`]))
  return {
    daysOff: same ? null : daysOff,
    days: own.days
      .filter((day) => known.get(day.onDate) !== `${day.kind} ${day.label}`)
      .sort((a, b) => a.onDate.localeCompare(b.onDate)),
  }
}

/** `Sat, Sun`; `none` when every weekday is worked. */
export const weekdaysText = (daysOff: readonly number[]): string =>
  daysOff.length === 0
    ? 'none'
    : daysOff
        .toSorted((a, b) => a - b)
        .map((day) => weekdays[day - 1])
        .join(', ')

export const markWords: Record<MarkedDay['kind'], string> = {
  off: 'day off',
  holiday: 'holiday',
  travel: 'travel day',
  hiatus: 'hiatus',
  work: 'working day',
}

export const markText = ({ kind, label }: Pick<MarkedDay, 'kind' | 'label'>): string =>
  label === '' ? markWords[kind] : `${markWords[kind]}, ${label}`

/** Where two calendars differ, a line for the weekdays and one for each date. */
export function calendarChanges(before: WorkCalendar, after: WorkCalendar): Change[] {
  const [was, is] = [weekdaysText(before.daysOff), weekdaysText(after.daysOff)]
  const [marked, now] = [marksOf(before), marksOf(after)]
  const dates = [...new Set([...marked.keys(), ...now.keys()])].sort()
  return [
    ...(was === is ? [] : [{ key: 'weekdays', label: 'Weekdays off', before: was, after: is }]),
    ...dates
      .map((date) => ({
        key: date,
        label: dayText(date, { year: true }),
        before: marked.get(date) ?? 'as its weekday',
        after: now.get(date) ?? 'as its weekday',
      }))
      .filter((line) => line.before !== line.after),
  ]
}

const marksOf = ({ days }: WorkCalendar): Map<PlainDay, string> =>
  new Map(days.map((day) => [day.onDate, markText(day)]))

/** Days that stand for time nobody works keep their dates; the others are counted in working days. */
const stays = ({ type }: Pick<ShootDay, 'type'>): boolean => type === 'off' || type === 'holiday' || type === 'hiatus'

/**
 * New dates for a board whose calendar changes: each unit begins where it began, and every day keeps its distance to the
 * one before in working days, so that planned gaps stay gaps. Days off laid on the board keep their dates and are not
 * worked over.
 * @returns only the days whose date changes
 * @example five days from Tue 12 May, weekends off → Saturdays worked: the last moves from Mon 18 to Sat 16 May
 */
export function redated(
  days: readonly Pick<ShootDay, 'id' | 'onDate' | 'unit' | 'type'>[],
  from: WorkCalendar,
  to: WorkCalendar,
): Map<ShootDayId, PlainDay> {
  const moved = new Map<ShootDayId, PlainDay>()
  for (const unit of Map.groupBy(days, (day) => day.unit).values()) {
    const taken = new Set(unit.filter(stays).map(({ onDate }) => onDate))
    const working = (calendar: WorkCalendar) => (date: PlainDay) =>
      !taken.has(date) && restOf(calendar, date) === undefined
    const [worked, works] = [working(from), working(to)]
    let before: { was: PlainDay; is: PlainDay } | undefined
    for (const day of unit.filter((it) => !stays(it)).sort((a, b) => a.onDate.localeCompare(b.onDate))) {
      const is: PlainDay = before
        ? after(before.is, Math.max(1, stepsBetween(before.was, day.onDate, worked)), works)
        : first(day.onDate, worked, works)
      if (is !== day.onDate) moved.set(day.id, is)
      before = { was: day.onDate, is }
    }
  }
  return moved
}

/** A first day that was put on a day off on purpose stays there. */
const first = (date: PlainDay, worked: (date: PlainDay) => boolean, works: (date: PlainDay) => boolean): PlainDay =>
  works(date) || !worked(date) ? date : after(date, 1, works)

/** Working days from one date (not counted) to another (counted). */
function stepsBetween(a: PlainDay, b: PlainDay, worked: (date: PlainDay) => boolean): number {
  let steps = 0
  for (let ahead = 1; ahead <= daysBetween(a, b); ahead++) if (worked(addDays(a, ahead))) steps++
  return steps
}

/** A calendar that rests for ever ends the search after ten years instead of never. */
function after(date: PlainDay, steps: number, works: (date: PlainDay) => boolean): PlainDay {
  let found = date
  let left = steps
  for (let ahead = 1; left > 0 && ahead < 3660; ahead++) {
    found = addDays(date, ahead)
    if (works(found)) left--
  }
  return found
}
