import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../tests/support/sharedData.ts'
import {
  addDays,
  clockOf,
  dayClockOf,
  daysThrough,
  dayAt,
  daysBetween,
  dayText,
  durationText,
  instantOf,
  minuteOf,
  mondayOf,
  PlainDay,
  weekdayOf,
  type WallTime,
  type ZoneName,
} from './time.ts'

const day = (text: string) => text as PlainDay
const truths = <T>(name: string): T => JSON.parse(readFileSync(sharedData(`ical/${name}`), 'utf8')) as T

test('12 May 2026 is a Tuesday, and a date that does not exist is none', () => {
  expect([dayText(day('2026-05-12')), dayText(day('2026-05-12'), { year: true })]).toEqual([
    'Tue 12 May',
    'Tue 12 May 2026',
  ])
  expect(weekdayOf(day('2026-05-12'))).toBe(2)
  for (const wrong of ['2026-02-29', '2026-13-01', '12.5.2026', '2026-5-2', ''])
    expect(PlainDay.safeParse(wrong).success).toBe(false)
})

test('a minute past midnight stays on the day of its call', () => {
  expect([clockOf(390), clockOf(1530), clockOf(-30)]).toEqual(['06:30', '01:30', '23:30'])
  expect(minuteOf('06:30' as WallTime)).toBe(390)
  expect([durationText(95), durationText(5), durationText(-20)]).toEqual(['1:35', '0:05', '−0:20'])
  const wrap = instantOf(day('2026-05-12'), 1540, 'Europe/London' as ZoneName)
  expect(wrap.toString()).toBe('2026-05-13T00:40:00Z')
})

test('a London night shift of 24–25 October 2026 lasts nine real hours, because clocks go back', () => {
  const zone = 'Europe/London' as ZoneName
  const [call, wrap] = [instantOf(day('2026-10-24'), 22 * 60, zone), instantOf(day('2026-10-24'), 30 * 60, zone)]
  expect(call.until(wrap).total('hours')).toBe(9)
})

test('days and minutes survive the way there and back', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n))
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (from, n) => {
      expect(daysBetween(from, addDays(from, n))).toBe(n)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(minuteOf(clockOf(minute))).toBe(minute)
      expect([dayClockOf(minute + 1440), minuteOf(dayClockOf(minute + 1440))]).toEqual([
        `${24 + Math.floor(minute / 60)}${clockOf(minute).slice(2)}`,
        minute + 1440,
      ])
    }),
  )
})

test.skipIf(!hasSharedData)('wall clocks around every clock change are what the zone database says', () => {
  // Morocco decides by decree: the table and the runtime's zone database are of different years, so it settles nothing.
  const rows = truths<{ zone: ZoneName; utc: string; local: string }[]>('timezone-truth.json').filter(
    ({ zone }) => zone !== ('Africa/Casablanca' as ZoneName),
  )
  let checked = 0
  for (const { zone, utc, local } of rows) {
    const instant = Temporal.Instant.from(utc)
    expect(dayAt(instant, zone)).toBe(local.slice(0, 10))
    const [hour = 0, minute = 0] = local.slice(11).split(':').map(Number)
    const back = instantOf(day(local.slice(0, 10)), hour * 60 + minute, zone)
    // In the repeated hour a wall time names the first of its two instants (RFC 5545, 3.3.5).
    expect([0, 30, 60]).toContain(back.until(instant).total('minutes'))
    checked += 1
  }
  expect(checked).toBe(rows.length)
  expect(checked).toBeGreaterThan(100)
})

test.skipIf(!hasSharedData)('a wall time that does not exist is taken with the offset before the gap', () => {
  interface Gap {
    zone: ZoneName
    local: string
    rfc5545: string
  }
  const { nonexistent_local, ambiguous_local } =
    truths<Record<'nonexistent_local' | 'ambiguous_local', Gap[]>>('timezone-gaps.json')
  const cases = [...nonexistent_local, ...ambiguous_local]
  for (const { zone, local, rfc5545 } of cases) {
    const [hour = 0, minute = 0] = local.slice(11).split(':').map(Number)
    expect(instantOf(day(local.slice(0, 10)), hour * 60 + minute, zone).toString()).toBe(
      /\d{4}-[^\sZ]+Z/.exec(rfc5545)?.[0],
    )
  }
  expect(cases.length).toBe(4)
})

test('a week begins on its Monday, and a span has both its days', () => {
  const week = daysThrough('2026-10-05' as PlainDay, '2026-10-11' as PlainDay)
  expect(week).toHaveLength(7)
  expect(new Set(week.map(mondayOf))).toEqual(new Set(['2026-10-05']))
  expect(daysThrough('2026-10-06' as PlainDay, '2026-10-05' as PlainDay)).toEqual([])
})
