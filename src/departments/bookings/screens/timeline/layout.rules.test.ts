import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../../../kernel/time.ts'
import type { Bar, Timeline } from '../../timeline.contract.ts'
import { attention, prospect, rowsOf, visible, type PersonRow } from './layout.rules.ts'

const window = { from: '2026-10-05' as PlainDay, days: 14 }
const bar = (from: string, until: string, more: Partial<Bar> = {}): Bar =>
  ({
    bookingId: `b-${from}-${more.productionId ?? 'x'}`,
    resourceId: 'p1',
    productionId: 'x',
    holder: '',
    title: 'Gaffer',
    purpose: 'Shoot',
    from,
    until,
    hours: null,
    state: 'confirmed',
    rank: null,
    waits: false,
    shared: false,
    ...more,
  }) as Bar
const timeline = (bars: Bar[], more: Partial<Timeline> = {}): Timeline => ({
  people: [{ id: 'p1', name: 'Imani', position: 'Mixer', homeBase: null, departmentId: 'd1' }],
  bars,
  away: [],
  rest: [],
  gaps: [],
  departments: [{ id: 'd1', name: 'Sound' }],
  productions: [],
  next: null,
  weekDays: 6,
  nearest: null,
  ...more,
})
const person = (bars: Bar[]) =>
  rowsOf(timeline(bars), window, new Set()).find(({ kind }) => kind === 'person') as PersonRow & {
    height: number
  }

describe('SC-7 the bookings timeline', () => {
  test('a bar that begins before the window and ends after it is cut to it', () => {
    expect(
      person([bar('2026-10-01', '2026-10-07'), bar('2026-10-17', '2026-10-30')]).bars.map(({ left, width }) => [
        left,
        width,
      ]),
    ).toEqual([
      [0, 2],
      [12, 2],
    ])
  })
  test('bars that meet stand on lanes of their own, and a row grows with them', () => {
    const row = person([
      bar('2026-10-12', '2026-10-15'),
      bar('2026-10-13', '2026-10-14', { productionId: 'y' as never, state: 'hold', rank: 1 }),
    ])
    expect(row.bars.map(({ lane }) => lane)).toEqual([0, 1])
    expect(row.lanes).toBe(2)
    expect(row.height).toBeGreaterThan(person([bar('2026-10-12', '2026-10-15')]).height)
  })
  test.each([
    ['two jobs that wait for or have a day clash', { waits: true, state: 'planning' as const }, [8]],
    ['a hold beside a booking does not', { state: 'hold' as const, rank: 1 }, []],
    ['a shared day does not', { shared: true }, []],
    ['hours that do not meet do not', { hours: { from: 1080, until: 1200 } }, []],
  ])('CR-11 %s', (_, more, clashes) => {
    const morning = { hours: { from: 480, until: 1080 } }
    expect(
      person([
        bar('2026-10-13', '2026-10-14', morning),
        bar('2026-10-13', '2026-10-14', { productionId: 'y' as never, ...more }),
      ]).clashes,
    ).toEqual(clashes)
  })
  test('groups in the order of the crew list count who is there and what is missing', () => {
    const gap = {
      needId: 'n',
      productionId: 'x',
      departmentId: 'd2',
      title: '2nd AC',
      dates: ['2026-10-12', '2026-10-13'],
    } as never
    const rows = rowsOf(
      timeline([bar('2026-10-12', '2026-10-13')], {
        gaps: [gap],
        departments: [
          { id: 'd2', name: 'Camera' },
          { id: 'd1', name: 'Sound' },
        ],
      }),
      window,
      new Set(),
    )
    expect(rows.map((row) => (row.kind === 'group' ? `${row.label} ${row.people} ${row.gaps}` : row.kind))).toEqual([
      'Camera 0 1',
      'gap',
      'Sound 1 0',
      'person',
    ])
    expect(attention(rows)).toEqual({ people: 1, conflicts: 0, rest: 0, full: 0, gaps: 1, holds: 0 })
    expect(rowsOf(timeline([bar('2026-10-12', '2026-10-13')]), window, new Set(['x']))).toEqual([])
  })
  test('of two thousand rows only those in sight are drawn', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ({ top: at * 36, height: 36, at }))
    expect(visible(rows, 36_000, 36_400).map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, at) => 1000 + at))
    expect(visible(rows, -50, 36).map(({ at }) => at)).toEqual([0])
  })
  test('CR-2 a hold says beforehand which rank it would take, and who has the time', () => {
    const there = [
      bar('2026-10-12', '2026-10-14', { state: 'hold', rank: 1 }),
      bar('2026-10-13', '2026-10-14', { state: 'hold', rank: 2, productionId: 'y' as never }),
    ]
    expect(prospect(there, ['2026-10-12' as PlainDay]).rank).toBe(2)
    expect(prospect(there, ['2026-10-13' as PlainDay]).rank).toBe(3)
    expect(prospect(there, ['2026-10-14' as PlainDay])).toEqual({ rank: 1, holds: [], booked: [] })
  })
  test.each([
    ['six of seven days are within the limit', [bar('2026-10-05', '2026-10-11')], []],
    ['a seventh day in a row is over it', [bar('2026-10-05', '2026-10-12')], [{ left: 0, days: 7 }]],
    ['seven days over a weekend are two weeks of work, each within it', [bar('2026-10-08', '2026-10-15')], []],
    [
      'two jobs on one day are one day',
      [bar('2026-10-05', '2026-10-11'), bar('2026-10-10', '2026-10-11', { productionId: 'y' as never, shared: true })],
      [],
    ],
    [
      'days of several productions count together',
      [bar('2026-10-12', '2026-10-16'), bar('2026-10-16', '2026-10-19', { productionId: 'y' as never })],
      [{ left: 7, days: 7 }],
    ],
    ['a held day is no work yet', [bar('2026-10-05', '2026-10-12', { state: 'hold', rank: 1 })], []],
  ] as [string, Bar[], object[]][])('CR-11 the load of a week: %s', (_, bars, full) => {
    expect(person(bars).full).toEqual(full)
  })
})
