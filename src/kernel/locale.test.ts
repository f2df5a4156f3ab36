import { expect, test } from 'vitest'
import { dayIn, momentIn } from './locale.ts'
import type { PlainDay, ZoneName } from './time.ts'

const at = Temporal.Instant.from('2026-05-12T17:30:00Z')

test.each<['en' | 'de' | 'pl', string, string]>([
  ['en', 'Europe/London', 'Tue 12 May 2026, 18:30 BST'],
  ['en', 'America/Los_Angeles', 'Tue 12 May 2026, 10:30 PDT'],
  ['de', 'Europe/Berlin', 'Di., 12. Mai 2026 um 19:30 MESZ'],
  ['pl', 'Europe/Warsaw', 'wt., 12 maja 2026 19:30 CEST'],
])('in %s a moment in %s is %s', (language, zone, words) => {
  expect(momentIn(language, at, zone as ZoneName, { year: true })).toBe(words)
})

test('a moment in Arabic names the month in Arabic', () => {
  expect(momentIn('ar', at, 'Asia/Dubai' as ZoneName)).toContain('مايو')
})

test('CR-17 CR-19 the letters are those people there know, whatever the language: PDT, not GMT-7', () => {
  const by = Temporal.Instant.from('2026-07-09T00:00:00Z')
  const there = 'America/Los_Angeles' as ZoneName
  expect(momentIn('de', by, there, { year: true })).toBe('Mi., 8. Juli 2026 um 17:00 PDT')
  expect(momentIn('en', by.add({ hours: 24 * 150 }), there)).toBe('Sat 5 Dec, 16:00 PST')
})

test('a day names its year only where it is asked for', () => {
  expect(dayIn('en', '2026-09-09' as PlainDay)).toBe('Wed 9 Sep')
  expect(dayIn('de', '2026-12-09' as PlainDay, { year: true })).toBe('Mi., 9. Dezember 2026')
})
