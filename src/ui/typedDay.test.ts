import { expect, test } from 'vitest'
import { typedDay } from './typedDay.ts'

const today = Temporal.PlainDate.from('2026-11-26')

test.each([
  ['2026-05-12', '2026-05-12'],
  ['12.5.2026', '2026-05-12'],
  ['12/5/26', '2026-05-12'],
  ['Tue 12 May 2026', '2026-05-12'],
  ['7 Dec', '2026-12-07'],
  ['20 Nov', '2026-11-20'],
  ['12 Jan', '2027-01-12'],
  ['12 May', '2027-05-12'],
  ['30.6.', '2026-06-30'],
  ['29 Feb 2028', '2028-02-29'],
  ['29 Feb 2027', null],
  ['12 Foo', null],
  ['tomorrow', null],
])('a day typed as %s in November 2026 is %s', (text, day) => expect(typedDay(text, today)).toBe(day))

test('a day that must not be in the future is the last one, whatever is nearer', () => {
  expect(typedDay('12 Jan', today, { latest: '2026-11-26' })).toBe('2026-01-12')
  expect(typedDay('20 Nov', today, { earliest: '2026-11-26' })).toBe('2027-11-20')
})
