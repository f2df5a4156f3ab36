import { expect, test } from 'vitest'
import type { ZoneName } from '../../kernel/time.ts'
import type { Language } from './kinds.rules.ts'
import { momentText } from './moment.rules.ts'

const at = Temporal.Instant.from('2026-05-12T17:30:00Z')

test.each<[Language, string, string]>([
  ['en', 'Europe/London', 'Tue 12 May 2026, 18:30 BST'],
  ['en', 'America/Los_Angeles', 'Tue 12 May 2026, 10:30 PDT'],
  ['de', 'Europe/Berlin', 'Di., 12. Mai 2026 um 19:30 MESZ'],
  ['pl', 'Europe/Warsaw', 'wt., 12 maja 2026 19:30 CEST'],
])('in %s a moment in %s is %s', (language, zone, words) => {
  expect(momentText(at, zone as ZoneName, language)).toBe(words)
})

test('a moment in Arabic names the month in Arabic', () => {
  expect(momentText(at, 'Asia/Dubai' as ZoneName, 'ar')).toContain('مايو')
})
