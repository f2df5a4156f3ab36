import { expect, test } from 'vitest'
import { candidateMovedOn, eraseOn, mergeKeyOf, stateAfterMark, tapeName, verdictOf } from './candidate.rules.ts'

test.each([
  ['the same, written differently', 'José  Álvarez', 'JO@example.com ', 'jose alvarez', 'jo@example.com', true],
  ['brother and sister at one address', 'Kim Holt', 'holt@example.com', 'Lee Holt', 'holt@example.com', false],
])('CR-24 who sends twice is one: %s', (_, nameA, emailA, nameB, emailB, same) =>
  expect(mergeKeyOf(nameA, emailA) === mergeKeyOf(nameB, emailB)).toBe(same),
)

test('CR-24 without an address nobody is merged', () => expect(mergeKeyOf('Kim', null)).toBeNull())

test.each([
  ['submitted', 'no', 'viewed'],
  ['submitted', 'yes', 'shortlisted'],
  ['callback', 'no', 'callback'],
  ['released', 'yes', 'released'],
] as const)('CR-21 %s marked %s is %s', (now, mark, then) => expect(stateAfterMark(now, mark)).toBe(then))

test.each([
  [['yes', 'maybe'], 'yes'],
  [['yes', 'no'], 'split'],
  [['maybe', 'no'], 'maybe'],
  [[null], null],
] as const)('CR-21 %s together say %s', (marks, verdict) =>
  expect(verdictOf(marks.map((mark) => ({ mark })))).toBe(verdict),
)

test('CR-19 an answer that comes late does not move anybody back', () => {
  expect(candidateMovedOn('booked', 'auditioned')).toBe('booked')
  expect(candidateMovedOn('declined', 'callback')).toBe('declined')
})

test('CR-24 the period ends on the same day of the month, or the last there is', () => {
  expect(eraseOn('2026-05-04', 12)).toBe('2027-05-04')
  expect(eraseOn('2026-08-31', 6)).toBe('2027-02-28')
})

test.each([
  ['Nora', 'Maria del Reyes', 2, '.mp4', 'NORA_Reyes_Mariadel_2.mp4'],
  ['Old Man/2', 'Cher', 1, '.mov', 'OLDMAN2_Cher_1.mov'],
])('CR-19 a tape of %s by %s is filed under a name every disk takes', (role, name, take, ending, file) =>
  expect(tapeName(role, name, take, ending)).toBe(file),
)
