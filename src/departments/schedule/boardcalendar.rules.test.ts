import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import type { DayType, ShootDayId, WorkCalendar } from './board.contract.ts'
import { calendarChanges, calendarWith, redated, reduced } from './boardcalendar.rules.ts'
import { restOf } from './days.rules.ts'

const date = (text: string) => `2026-05-${text}` as PlainDay
const day = (id: string, on: string, type: DayType = 'shoot', unit = 'Main unit') => ({
  id: id as ShootDayId,
  onDate: date(on),
  type,
  unit,
})
const production: WorkCalendar = {
  daysOff: [6, 7],
  days: [{ onDate: date('25'), kind: 'holiday', label: 'Bank holiday' }],
}
const sixDays = { daysOff: [7], days: [] }
const moved = (days: ReturnType<typeof day>[], from: WorkCalendar, to: WorkCalendar) =>
  Object.fromEntries([...redated(days, from, to)].map(([id, on]) => [id, on.slice(8)]))

describe('ST-2 a board’s calendar is the production’s with what it changes', () => {
  test.each([
    ['follows: a weekday off', { daysOff: null, days: [] }, '16', 'a day off'],
    ['follows: a holiday', { daysOff: null, days: [] }, '25', 'a holiday'],
    ['six-day weeks: the Saturday is worked', sixDays, '16', undefined],
    ['six-day weeks: the Sunday rests', sixDays, '17', 'a day off'],
    ['six-day weeks: the holiday stays one', sixDays, '25', 'a holiday'],
    [
      'a holiday worked on this board',
      { daysOff: null, days: [{ onDate: date('25'), kind: 'work' as const, label: '' }] },
      '25',
      undefined,
    ],
    [
      'a hiatus on this board alone',
      { daysOff: null, days: [{ onDate: date('13'), kind: 'hiatus' as const, label: '' }] },
      '13',
      'the hiatus',
    ],
  ])('ST-2 %s', (_, own, on, rest) => {
    expect(restOf(calendarWith(production, own), date(on))).toBe(rest)
  })

  test('ST-2 what agrees with the production is not kept as a difference', () => {
    const own = { daysOff: [7, 6], days: [...production.days, { onDate: date('13'), kind: 'off' as const, label: '' }] }
    expect(reduced(production, own)).toEqual({
      daysOff: null,
      days: [{ onDate: date('13'), kind: 'off', label: '' }],
    })
  })

  test('ST-2 differences are told in words, weekdays first', () => {
    const own = { daysOff: [7], days: [{ onDate: date('25'), kind: 'work' as const, label: 'Harbour is ours' }] }
    const lines = calendarChanges(production, calendarWith(production, own))
    expect(lines.map(({ label, before, after }) => `${label}: ${before} → ${after}`)).toEqual([
      'Weekdays off: Sat, Sun → Sun',
      'Mon 25 May 2026: holiday, Bank holiday → working day, Harbour is ours',
    ])
    expect(calendarChanges(production, production)).toEqual([])
  })
})

describe('ST-2 days follow a calendar that changes', () => {
  const toSix = calendarWith(production, sixDays)
  test.each([
    [
      'a Saturday worked pulls the rest up',
      [day('a', '13'), day('b', '14'), day('c', '15'), day('d', '18'), day('e', '19')],
      toSix,
      { d: '16', e: '18' },
    ],
    [
      'a planned gap of one working day stays a gap',
      [day('a', '14'), day('b', '18'), day('c', '19')],
      toSix,
      { b: '16', c: '18' },
    ],
    ['nothing moves where nothing changes', [day('a', '12'), day('b', '13')], toSix, {}],
    [
      'a day off laid on the board keeps its date and is not worked over',
      [day('a', '15'), day('o', '16', 'off'), day('b', '18')],
      toSix,
      {},
    ],
    [
      'units are counted apart',
      [day('a', '15'), day('b', '18'), day('x', '15', 'shoot', 'Second unit'), day('y', '18', 'shoot', 'Second unit')],
      toSix,
      { b: '16', y: '16' },
    ],
    [
      'a day that was put on a Sunday on purpose still follows the one before',
      [day('a', '15'), day('s', '17'), day('b', '18')],
      toSix,
      { s: '16' },
    ],
    [
      'a hiatus pushes everything behind it',
      [day('a', '12'), day('b', '13'), day('c', '14')],
      calendarWith(production, { daysOff: null, days: [{ onDate: date('13'), kind: 'hiatus', label: '' }] }),
      { b: '14', c: '15' },
    ],
    [
      'a first day that now rests begins on the next working day',
      [day('a', '11'), day('b', '12')],
      calendarWith(production, { daysOff: [1, 6, 7], days: [] }),
      { a: '12', b: '13' },
    ],
  ])('ST-2 %s', (_, days, to, expected) => {
    expect(moved(days, production, to)).toEqual(expected)
  })

  test('ST-2 there and back again leaves the dates as they were', () => {
    const days = [day('a', '13'), day('b', '14'), day('c', '18'), day('d', '20')]
    const there = days.map((it) => ({ ...it, onDate: redated(days, production, toSix).get(it.id) ?? it.onDate }))
    const back = there.map((it) => redated(there, toSix, production).get(it.id) ?? it.onDate)
    expect(back).toEqual(days.map(({ onDate }) => onDate))
  })
})
