import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, amountOf, amountText, money, moneyOf, moneyText, plus, timesFraction } from './money.ts'

test('decimals belong to the currency', () => {
  expect(moneyText(money(835_71, 'USD'))).toBe('USD 835.71')
  expect(amountText(money(1234, 'JPY'))).toBe('1,234')
  expect(amountText(money(1234, 'KWD'))).toBe('1.234')
  expect(moneyOf(650.5, 'EUR')).toEqual({ minor: 650_50, currency: 'EUR' })
  expect(amountOf(money(650_50, 'EUR'))).toBe(650.5)
})

test('two currencies have no sum', () => {
  expect(plus(money(1, 'USD'), money(2, 'USD')).minor).toBe(3)
  expect(() => plus(money(1, 'USD'), money(1, 'EUR'))).toThrow(RangeError)
})

test.each([
  [650_00, 18, 14, 835_71],
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [3, 1, 3, 1],
  [9_007_199_254_740_000, 3, 3, 9_007_199_254_740_000],
])('%d × %d/%d is %d, rounded once', (minor, numerator, denominator, result) =>
  expect(timesFraction(money(minor, 'USD'), numerator, denominator).minor).toBe(result),
)

test('a split loses nothing', () => {
  expect(allocate(money(100_00, 'USD'), [1, 1, 1]).map(({ minor }) => minor)).toEqual([33_34, 33_33, 33_33])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1 }),
      (minor, weights) => {
        const parts = allocate(money(minor, 'USD'), weights)
        expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(minor)
      },
    ),
  )
})
