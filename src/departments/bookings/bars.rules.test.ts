import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { awayOf, barsOf, type TimelineRow } from './bars.rules.ts'
import { missing } from './needs.rules.ts'

const row = (onDate: string, more: Partial<TimelineRow> = {}): TimelineRow =>
  ({
    ...{ bookingId: 'b1', personId: 'p1', productionId: 'x', holder: '', title: 'Gaffer', purpose: 'Shoot' },
    ...{ onDate, from: null, until: null, state: 'confirmed', rank: null, waits: false, shared: false },
    ...more,
  }) as TimelineRow
const drawn = (rows: TimelineRow[]) => barsOf(rows).map(({ from, until, state, rank }) => [from, until, state, rank])

describe('SC-7 CR-7 days become bars', () => {
  test.each([
    [
      'days in a row are one bar, over the end of a month',
      [row('2026-10-31'), row('2026-11-01')],
      [['2026-10-31', '2026-11-02', 'confirmed', null]],
    ],
    [
      'a day left out makes two',
      [row('2026-10-12'), row('2026-10-14')],
      [
        ['2026-10-12', '2026-10-13', 'confirmed', null],
        ['2026-10-14', '2026-10-15', 'confirmed', null],
      ],
    ],
    [
      'a day that is only held stands apart',
      [row('2026-10-12'), row('2026-10-13', { state: 'hold', rank: 1 })],
      [
        ['2026-10-12', '2026-10-13', 'confirmed', null],
        ['2026-10-13', '2026-10-14', 'hold', 1],
      ],
    ],
    [
      'so does another rank',
      [row('2026-10-12', { state: 'hold', rank: 1 }), row('2026-10-13', { state: 'hold', rank: 2 })],
      [
        ['2026-10-12', '2026-10-13', 'hold', 1],
        ['2026-10-13', '2026-10-14', 'hold', 2],
      ],
    ],
    [
      'and another booking',
      [row('2026-10-12'), row('2026-10-13', { bookingId: 'b2' as never })],
      [
        ['2026-10-12', '2026-10-13', 'confirmed', null],
        ['2026-10-13', '2026-10-14', 'confirmed', null],
      ],
    ],
    [
      'hours stand alone',
      [row('2026-10-12', { from: 540 as never }), row('2026-10-13', { from: 540 as never })],
      [
        ['2026-10-12', '2026-10-13', 'confirmed', null],
        ['2026-10-13', '2026-10-14', 'confirmed', null],
      ],
    ],
    [
      'over the night clocks change a day is a day',
      [row('2026-10-24'), row('2026-10-25'), row('2026-10-26')],
      [['2026-10-24', '2026-10-27', 'confirmed', null]],
    ],
  ] as [string, TimelineRow[], unknown[]][])('%s', (_, rows, expected) => expect(drawn(rows)).toEqual(expected))

  test('SC-6 days away are joined by what they are', () => {
    const day = (onDate: string, kind: string) => ({ personId: 'p1', onDate, kind, note: '' }) as never
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
