import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { dayOutOfDays, doodLegend, isWorked } from './dood.rules.ts'
import type { DoodDate, DoodEventKind, DoodSubject } from './dood.rules.ts'

const june = (day: number) => `2026-06-${String(day).padStart(2, '0')}` as PlainDay

/** Mon 1 to Wed 17 June, weekends off: the handbook's thirteen shoot dates. */
const sample = Array.from({ length: 17 }, (_, i) => june(i + 1))
const dates = (all: PlainDay[]): DoodDate[] => {
  let number = 0
  return all.map((date) =>
    weekdayOf(date) > 5 ? { date, kind: 'off', dayNumber: null } : { date, kind: 'shoot', dayNumber: (number += 1) },
  )
}

const subject = (worksOn: PlainDay[], more: Partial<DoodSubject> = {}): DoodSubject => ({
  key: 'x',
  worksOn,
  events: [],
  allowHold: true,
  allowDrop: false,
  minDropDays: 10,
  maxDrops: 1,
  ...more,
})

const row = (one: DoodSubject, showsIdleDays = false, all = sample) =>
  dayOutOfDays(dates(all), [one], { showsIdleDays }).rows[0]!

/** `1 SW, 2 W, …` by day of June. */
const written = (one: DoodSubject, showsIdleDays = false) =>
  Object.entries(row(one, showsIdleDays).cells)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, cell]) => `${Number(date.slice(8))} ${cell.code}`)
    .join(', ')

const days = (...list: number[]) => list.map(june)
const on = (kind: DoodEventKind, ...list: number[]) => list.map((day) => ({ kind, date: june(day) }))

test.each([
  ['Jo works 1, 2, 5, 8 and is held twice', subject(days(1, 2, 5, 8)), '1 SW, 2 W, 3 H, 4 H, 5 W, 8 WF', 4, 2],
  ['Cop works one day', subject(days(3)), '3 SWF', 1, 0],
  ['Gran is dropped and picked up', subject(days(1, 2, 15), { allowDrop: true }), '1 SW, 2 WD, 15 PWF', 3, 0],
  [
    'Gran without a drop is held on shoot dates only',
    subject(days(1, 2, 15)),
    '1 SW, 2 W, 3 H, 4 H, 5 H, 8 H, 9 H, 10 H, 11 H, 12 H, 15 WF',
    3,
    8,
  ],
])('ST-12 %s', (_, one, expected, work, hold) => {
  expect(written(one)).toBe(expected)
  expect(row(one).totals).toMatchObject({ work, hold, paid: work + hold })
})

const dropping = { allowDrop: true }
const codeCases: [string, DoodSubject, string][] = [
  ['ten days on is not a drop', subject(days(1, 11), dropping), '1 SW, 2 H, 3 H, 4 H, 5 H, 8 H, 9 H, 10 H, 11 WF'],
  ['eleven days on is', subject(days(1, 12), dropping), '1 SWD, 12 PWF'],
  ['picked up and staying', subject(days(1, 12, 15), dropping), '1 SWD, 12 PW, 15 WF'],
  ['only one drop', subject(days(1, 4, 9), { ...dropping, minDropDays: 2 }), '1 SWD, 4 PW, 5 H, 8 H, 9 WF'],
  [
    'two drops where agreed',
    subject(days(1, 4, 9), { ...dropping, minDropDays: 2, maxDrops: 2 }),
    '1 SWD, 4 PWD, 9 PWF',
  ],
  ['neither held nor dropped', subject(days(1, 4), { allowHold: false }), '1 SW, 4 WF'],
  ['works in any order, once a date', subject(days(4, 1, 4)), '1 SW, 2 H, 3 H, 4 WF'],
  ['travel on an off day', subject(days(5, 8), { events: on('travel', 6) }), '5 SW, 6 T, 8 WF'],
  [
    'events outside move neither start nor finish',
    subject(days(2, 3), { events: [...on('fitting', 1), ...on('travel', 4)] }),
    '1 FT, 2 SW, 3 WF, 4 T',
  ],
  ['works, then travels', subject(days(1, 2, 5), { events: on('travel', 2) }), '1 SW, 2 WT, 3 H, 4 H, 5 WF'],
  ['travels, then works', subject(days(1, 4, 5), { events: on('travel', 4) }), '1 SW, 2 H, 3 H, 4 TW, 5 WF'],
  ['a start keeps its letters', subject(days(1, 2), { events: on('travel', 1) }), '1 SW, 2 WF'],
  [
    'rehearsal before fitting before travel before hold',
    subject(days(1, 5), { events: [...on('travel', 2, 3, 4), ...on('fitting', 2, 3), ...on('rehearsal', 2)] }),
    '1 SW, 2 R, 3 FT, 4 T, 5 WF',
  ],
  [
    'an event in a dropped gap',
    subject(days(1, 15), { ...dropping, events: on('rehearsal', 13) }),
    '1 SWD, 13 R, 15 PWF',
  ],
  ['no work yet, a fitting', subject([], { events: on('fitting', 3) }), '3 FT'],
  ['nothing at all', subject([]), ''],
]

test.each(codeCases)('ST-12 %s', (_, one, expected) => expect(written(one)).toBe(expected))

test('ST-12 idle days show where the production wants them, never in a drop or at the weekend', () => {
  expect(written(subject(days(5, 9), { allowHold: false }), true)).toBe('5 SW, 8 I, 9 WF')
  expect(written(subject(days(1, 12), { allowHold: false, ...dropping }), true)).toBe('1 SWD, 12 PWF')
})

test(`ST-12 the cases above show every one of ${Object.keys(doodLegend).length} codes`, () => {
  const shown = new Set(codeCases.flatMap(([, one]) => Object.values(row(one).cells).map((cell) => cell.code)))
  for (const cell of Object.values(row(subject(days(1, 2, 3)), false).cells)) shown.add(cell.code)
  for (const cell of Object.values(row(subject(days(3))).cells)) shown.add(cell.code)
  for (const cell of Object.values(row(subject(days(1, 2, 15), dropping)).cells)) shown.add(cell.code)
  for (const cell of Object.values(row(subject(days(1, 4), { allowHold: false }), true).cells)) shown.add(cell.code)
  expect([...shown].toSorted()).toEqual(Object.keys(doodLegend).toSorted())
})

test('ST-12 columns carry number, weekday and how many work; totals count a date once', () => {
  const { columns, rows } = dayOutOfDays(
    dates(sample),
    [subject(days(1, 2, 3), { key: 'a', events: on('travel', 2, 4) }), subject(days(2), { key: 'b' })],
    { showsIdleDays: false },
  )
  expect(columns.map((it) => it.working).slice(0, 4)).toEqual([1, 2, 1, 0])
  expect(columns[5]).toMatchObject({ date: june(6), kind: 'off', dayNumber: null, weekday: 6, working: 0 })
  expect(columns[7]).toMatchObject({ date: june(8), dayNumber: 6, weekday: 1 })
  expect(rows[0]).toMatchObject({ startsOn: june(1), finishesOn: june(3) })
  expect(rows[0]?.totals).toEqual({ work: 3, hold: 0, travel: 1, rehearsal: 0, fitting: 0, paid: 4 })
  expect(rows[0]?.cells[june(2)]).toEqual({ code: 'WT', also: [] })
})

const start = '2026-03-02' as PlainDay
const long = Array.from({ length: 60 }, (_, i) => addDays(start, i))
const anySubject = fc.record({
  key: fc.constant('x'),
  worksOn: fc.array(fc.constantFrom(...long), { maxLength: 20 }),
  events: fc.array(
    fc.record({
      date: fc.constantFrom(...long),
      kind: fc.constantFrom<DoodEventKind>('travel', 'rehearsal', 'fitting'),
    }),
    { maxLength: 6 },
  ),
  allowHold: fc.boolean(),
  allowDrop: fc.boolean(),
  minDropDays: fc.integer({ min: 1, max: 20 }),
  maxDrops: fc.integer({ min: 0, max: 3 }),
})

test('ST-12 for any element: every worked date once, one start and one finish, drops paired and limited', () => {
  fc.assert(
    fc.property(anySubject, fc.boolean(), (one, showsIdleDays) => {
      const result = row(one, showsIdleDays, long)
      const worked = new Set(one.worksOn)
      const codes = Object.entries(result.cells)
      const having = (letter: string) => codes.filter(([, cell]) => isWorked(cell.code) && cell.code.includes(letter))
      expect(
        codes
          .filter(([, cell]) => isWorked(cell.code))
          .map(([date]) => date)
          .toSorted(),
      ).toEqual([...worked].toSorted())
      expect(having('S')).toHaveLength(worked.size > 0 ? 1 : 0)
      expect(having('F')).toHaveLength(worked.size > 0 ? 1 : 0)
      expect(having('D')).toHaveLength(having('P').length)
      expect(having('D').length).toBeLessThanOrEqual(one.allowDrop ? one.maxDrops : 0)
    }),
    { numRuns: 500 },
  )
})

test('ST-12 for any element: holds lie on shoot dates between work, and without drops or events fill them all', () => {
  fc.assert(
    fc.property(anySubject, (one) => {
      const result = row(one, false, long)
      for (const [date, cell] of Object.entries(result.cells))
        if (cell.code === 'H') {
          expect(weekdayOf(date as PlainDay)).toBeLessThanOrEqual(5)
          expect(date > result.startsOn! && date < result.finishesOn!).toBe(true)
        }
      const plain = row({ ...one, events: [], allowDrop: false, allowHold: true }, false, long)
      const span = dates(long).filter((it) => it.date >= plain.startsOn! && it.date <= plain.finishesOn!)
      const offWork = span.filter((it) => it.kind === 'off' && one.worksOn.includes(it.date)).length
      if (plain.startsOn !== null)
        expect(plain.totals.paid).toBe(span.filter((it) => it.kind === 'shoot').length + offWork)
    }),
    { numRuns: 500 },
  )
})
