import { expect, test } from 'vitest'
import { movedOn, readingTime, speedFor, wordsIn } from './role.rules.ts'

const english = { language: 'English', wordsFrom: 150, wordsUntil: 160 }

test.each([
  ['96 words in a 30-second spot take 36 s', 96, 30, 36, true],
  ['80 words are exactly 30 s', 80, 30, 30, false],
  ['81 words are too many', 81, 30, 30, true],
  ['without a length nothing is too long', 500, null, 188, false],
])('CR-25 %s', (_, words, spot, seconds, tooLong) =>
  expect(readingTime(words, spot, english)).toMatchObject({ seconds, tooLong }),
)

test('CR-25 a 30-second spot takes 75 to 80 words, counted as a reader counts them', () => {
  expect(readingTime(0, 30, english).fits).toEqual({ from: 75, until: 80 })
  expect(wordsIn("It’s the ferry-man's 3rd trip — tonight.\n(Whisper) Go!")).toBe(8)
})

test('CR-25 a language without a figure is not measured with another one', () => {
  expect(speedFor(['English, native'], [english])).toBe(english)
  expect(speedFor(['Polish'], [english])).toBeUndefined()
  expect(speedFor([], [english])).toBe(english)
})

test.each([
  ['open', 'auditioning', 'auditioning'],
  ['offer_out', 'auditioning', 'offer_out'],
  ['booked', 'backup_released', 'backup_released'],
] as const)('CR-18 a role that is %s and sees %s is %s', (now, to, then) => expect(movedOn(now, to)).toBe(then))
