import { expect, test } from 'vitest'
import { isMonth, monthAfter, monthName, weeksOf } from './month.rules.ts'

test.each([
  ['2026-06', '2026-06-01', '2026-07-06', 35],
  ['2026-02', '2026-01-26', '2026-03-02', 35],
  ['2021-02', '2021-02-01', '2021-03-01', 28],
  ['2026-08', '2026-07-27', '2026-09-07', 42],
])('SC-8 the weeks of %s run from %s until %s', (month, from, until, count) => {
  const weeks = weeksOf(month)
  expect([weeks.from, weeks.until, weeks.days.length]).toEqual([from, until, count])
})

test('SC-8 months follow each other over the year, and only months are months', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthName('2026-06')]).toEqual([
    '2027-01',
    '2025-12',
    'June 2026',
  ])
  expect(['2026-06', '2026-13', 'June', undefined].map((it) => isMonth(it))).toEqual([true, false, false, false])
})
