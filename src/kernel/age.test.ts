import { expect, test } from 'vitest'
import { ageOn, isMinor } from './age.ts'

test.each([
  ['2008-05-05', '2026-05-04', 17, true],
  ['2008-05-04', '2026-05-04', 18, false],
  ['2008-02-29', '2026-02-28', 17, true],
  ['2008-02-29', '2026-03-01', 18, false],
  [null, '2026-05-04', null, false],
])('CR-22 born %s is %s on the day', (born, day, age, minor) => {
  expect(ageOn(born, day)).toBe(age)
  expect(isMinor(ageOn(born, day))).toBe(minor)
})
