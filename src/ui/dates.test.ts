import { expect, test } from 'vitest'
import { longDayText, type PlainDay } from '../kernel/time.ts'
import { formatDay, formatDays, formatInstant, zoneLetters } from './dates.ts'

test.each([
  ['2026-05-12', 'Tue 12 May 2026'],
  ['2028-02-29', 'Tue 29 Feb 2028'],
])('%s is written %s', (onDate, written) => expect(formatDay(onDate, { year: true })).toBe(written))

test('a long day has no year: it heads a page about now', () => {
  expect(longDayText('2026-05-11' as PlainDay)).toBe('Monday 11 May')
})

test.each([
  ['2026-05-12', '2026-05-12', '12 May'],
  ['2026-05-12', '2026-05-14', '12–14 May'],
  ['2026-05-30', '2026-06-02', '30 May – 2 Jun'],
])('%s to %s is %s', (first, last, written) => expect(formatDays(first, last)).toBe(written))

const now = Temporal.Instant.from('2026-05-12T20:00:00Z')
test.each([
  ['2026-05-12T17:10:00Z', 'today 18:10'],
  ['2026-05-11T17:10:00Z', 'yesterday 18:10'],
  ['2026-05-01T17:10:00Z', 'Fri 1 May 18:10'],
  ['2025-12-31T23:10:00Z', 'Wed 31 Dec 2025 23:10'],
])('%s seen from London is %s', (instant, written) =>
  expect(formatInstant(instant, 'Europe/London', now)).toBe(written),
)

test('zone letters follow the clock change', () => {
  expect(zoneLetters('Europe/London', Temporal.Instant.from('2026-05-12T12:00:00Z'))).toBe('BST')
  expect(zoneLetters('Europe/London', Temporal.Instant.from('2026-12-12T12:00:00Z'))).toBe('GMT')
})

test.each([
  ['America/Los_Angeles', 'PDT'],
  ['Europe/Berlin', 'CEST'],
  ['Australia/Sydney', 'AEST'],
  ['UTC', 'UTC'],
  ['Asia/Kolkata', 'IST'],
  ['Asia/Nicosia', 'EEST'],
  ['Asia/Tokyo', 'GMT+9'],
  ['Africa/Johannesburg', 'SAST'],
  ['Africa/Cairo', 'EEST'],
  ['Pacific/Auckland', 'NZST'],
  ['Pacific/Honolulu', 'HST'],
  ['America/St_Johns', 'NDT'],
  ['Atlantic/Bermuda', 'ADT'],
])('%s is known as %s in May', (zone, letters) => {
  expect(zoneLetters(zone, Temporal.Instant.from('2026-05-12T12:00:00Z'))).toBe(letters)
})
