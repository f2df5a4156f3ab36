import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { absentOn, awayOf, weekdayWords } from './away.rules.ts'
import { missing } from './needs.rules.ts'

describe('days away become spans', () => {
  test('SC-6 days away are joined by what they are', () => {
    const day = (onDate: string, kind: string) => ({ resourceId: 'p1', onDate, kind, note: '' }) as never
    expect(awayOf([day('2026-10-12', 'leave'), day('2026-10-13', 'leave'), day('2026-10-14', 'travel')])).toMatchObject(
      [
        { from: '2026-10-12', until: '2026-10-14', kind: 'leave' },
        { from: '2026-10-14', until: '2026-10-15', kind: 'travel' },
      ],
    )
  })
})

describe('what a production still needs', () => {
  const days = (...all: string[]) => all as PlainDay[]
  test.each([
    ['nobody has it', 1, {}, [['2026-10-12', '2026-10-13']]],
    ['somebody has one day', 1, { '2026-10-12': 1 }, [['2026-10-13']]],
    ['filled', 1, { '2026-10-12': 1, '2026-10-13': 2 }, []],
    ['two needed, one there', 2, { '2026-10-12': 1, '2026-10-13': 1 }, [['2026-10-12', '2026-10-13']]],
    [
      'two needed, nobody there',
      2,
      {},
      [
        ['2026-10-12', '2026-10-13'],
        ['2026-10-12', '2026-10-13'],
      ],
    ],
  ] as [string, number, Record<string, number>, string[][]][])('%s', (_, count, filled, expected) =>
    expect(
      missing({ title: '2nd AC', count, dates: [] }, days('2026-10-12', '2026-10-13'), (day) => filled[day] ?? 0),
    ).toEqual(expected),
  )
  test('days of its own count, not the shoot days', () => {
    expect(missing({ title: '2nd AC', count: 1, dates: days('2026-10-20') }, days('2026-10-12'), () => 0)).toEqual([
      ['2026-10-20'],
    ])
  })
})

describe('CR-11 days off that come back', () => {
  test.each([
    ['every day of a span', '2026-10-05', '2026-10-07', [], ['05', '06', '07']],
    ['two weekdays over two weeks', '2026-10-05', '2026-10-18', [1, 5], ['05', '09', '12', '16']],
    ['a weekday that is not in the span', '2026-10-05', '2026-10-07', [7], []],
    ['Sundays over the night the clocks change', '2026-10-18', '2026-11-01', [7], ['18', '25', '01']],
  ] as [string, string, string, number[], string[]][])('%s', (_, from, to, weekdays, days) => {
    expect(absentOn({ from: from as PlainDay, to: to as PlainDay, weekdays }).map((day) => day.slice(8))).toEqual(days)
  })
  test('are named in the order of the week', () => expect(weekdayWords([7, 1, 7])).toBe('Mon, Sun'))
})
