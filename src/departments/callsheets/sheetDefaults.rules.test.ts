import { expect, test } from 'vitest'
import { emergencyNumberFor } from './sheetDefaults.rules.ts'

const numbers = [
  { zones: '', number: '112' },
  { zones: 'America', number: '911' },
  { zones: 'America/Sao_Paulo', number: '192' },
  { zones: 'Europe/London', number: '999' },
]

test.each([
  ['America/Los_Angeles', '911'],
  ['America/Sao_Paulo', '192'],
  ['Europe/London', '999'],
  ['Europe/Berlin', '112'],
  ['Asia/Tokyo', '112'],
])('CS-5 at %s the sheet prints %s: the line that says most of the place counts', (zone, number) =>
  expect(emergencyNumberFor(zone, numbers)).toBe(number),
)
