import { expect, test } from 'vitest'
import { numberIn, shownNumber } from './typedNumber.ts'

test.each([
  [['-', '-3', '-30'], -30],
  [['1', '1.', '1.5'], 1.5],
  [['-', '-0', '-0.', '-0.5'], -0.5],
  [['4', ''], null],
  [['-', ''], null],
])('CS-5 what is typed key by key as %j stands as it is typed, and is %d', (keys, number) => {
  let value: number | null = null
  for (const typed of keys) {
    value = numberIn(typed)
    expect(String(shownNumber(typed, value))).toBe(typed)
  }
  expect(value).toBe(number)
})

test('what the form holds wins over what was typed once', () => {
  expect(shownNumber('-', -30)).toBe(-30)
  expect(shownNumber('12', null)).toBe('')
  expect(shownNumber(undefined, 0)).toBe(0)
})
