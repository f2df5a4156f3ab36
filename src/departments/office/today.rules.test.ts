import { expect, test } from 'vitest'
import type { TodayBar, TodayShoot } from '../../kernel/today.ts'
import { comingShoots, dueWord, groupOf, placed, timelineFrom, waitedWord } from './today.rules.ts'

const clock = { date: '2026-05-11', timeZone: 'Europe/London', now: Temporal.Instant.from('2026-05-11T13:20:00Z') }

test.each([
  ['an hour ago', '2026-05-11T12:20:00Z', 'warns', 'By 18:00', 'now'],
  ['yesterday', '2026-05-10T12:20:00Z', 'warns', 'By 18:00', 'now'],
  ['at four, British Summer Time', '2026-05-11T15:00:00Z', 'warns', 'By 18:00', '16:00'],
  ['at half past nine tonight', '2026-05-11T20:30:00Z', 'warns', 'Today', 'today'],
  ['tomorrow at noon', '2026-05-12T11:00:00Z', 'warns', 'This week', 'tomorrow'],
  ['on Wednesday', '2026-05-13T11:00:00Z', 'notes', 'This week', 'Wed 13'],
  ['in eight days', '2026-05-19T11:00:00Z', 'notes', 'Later', 'Tue 19'],
  ['at no moment, and it blocks', null, 'blocks', 'Today', ''],
  ['at no moment, good to know', null, 'notes', 'Later', ''],
] as const)('due %s', (_, dueAt, severity, group, word) => {
  expect(groupOf({ dueAt, severity }, clock)).toBe(group)
  expect(dueWord(dueAt, clock)).toBe(word)
})

test.each([
  ['2026-05-11T08:00:00Z', 'today'],
  ['2026-05-10T22:59:00Z', '1 day'],
  ['2026-05-10T23:01:00Z', 'today'],
  ['2026-05-05T08:00:00Z', '6 days'],
  [null, ''],
])('waiting since %s reads %j', (since, word) => expect(waitedWord(since, clock)).toBe(word))

const bar = (kind: TodayBar['kind'], from: string, until: string) =>
  ({ kind, from, until, label: kind, productionId: 'p' }) as TodayBar
const shape = (bars: TodayBar[]) =>
  placed(bars, '2026-05-11').map(({ kind, start, end, lane }) => [kind, start, end, lane])

test('bars are cut at the edges of the fourteen days, and what is over or far away is left out', () => {
  expect(
    shape([
      bar('prep', '2026-05-01', '2026-05-12'),
      bar('shoot', '2026-05-12', '2026-05-15'),
      bar('post', '2026-05-18', '2026-08-01'),
      bar('wrap', '2026-05-01', '2026-05-11'),
      bar('due', '2026-05-25', '2026-05-26'),
    ]),
  ).toEqual([
    ['prep', 0, 1, 0],
    ['shoot', 1, 4, 0],
    ['post', 7, 14, 0],
  ])
})

test('a shoot says how many days it has, where there is room for more than a word', () => {
  const bars = [
    { ...bar('shoot', '2026-05-10', '2026-05-12'), label: 'Shoot' },
    { ...bar('shoot', '2026-05-13', '2026-05-16'), label: 'Shoot' },
    { ...bar('prep', '2026-05-18', '2026-05-20'), label: 'Prep' },
  ]
  expect(placed(bars, '2026-05-11').map(({ text }) => text)).toEqual(['Shoot', 'Shoot 3 days', 'Prep'])
})

test('bars that meet in time take lanes of their own; ends are half-open', () => {
  expect(
    shape([
      bar('shoot', '2026-05-11', '2026-05-13'),
      bar('post', '2026-05-13', '2026-05-20'),
      bar('due', '2026-05-14', '2026-05-15'),
    ]),
  ).toEqual([
    ['shoot', 0, 2, 0],
    ['post', 2, 9, 0],
    ['due', 3, 5, 1],
  ])
})

test('the timeline runs fourteen days and knows its weekends', () => {
  const days = timelineFrom('2026-05-11')
  expect(days).toHaveLength(14)
  expect(days.filter((it) => it.weekend).map((it) => it.day)).toEqual([16, 17, 23, 24])
})

const shoot = (onDate: string) => ({ onDate }) as TodayShoot
test.each([
  [['2026-05-12', '2026-05-14'], 'Tomorrow’s shoots', 1],
  [['2026-05-11', '2026-05-12'], 'Today’s and tomorrow’s shoots', 2],
  [['2026-05-11'], 'Today’s shoots', 1],
  [['2026-05-20', '2026-05-20', '2026-05-21'], 'Next shoots', 2],
  [[], 'Next shoots', 0],
])('with shoots on %j the page speaks of %s', (days, title, count) => {
  const coming = comingShoots(days.map(shoot), '2026-05-11')
  expect([coming.title, coming.shoots.length]).toEqual([title, count])
})
