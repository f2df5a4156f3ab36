import { expect, test } from 'vitest'
import { contrast, Hex, inkOn } from './colour.ts'

test.each([
  ['black on white', '#000000', '#ffffff', 21],
  ['a colour on itself', '#bcd7f7', '#bcd7f7', 1],
  ['the grey that just passes on white', '#767676', '#ffffff', 4.54],
  ['pure red on white', '#ff0000', '#ffffff', 4],
])('contrast: %s', (_, a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2)
  expect(contrast(b, a)).toBeCloseTo(ratio, 2)
})

test('dark text on light paper, light text on a black strip', () => {
  expect(['#ffffff', '#fff3b0', '#20242e', '#7a0f1f'].map(inkOn)).toEqual(['dark', 'dark', 'light', 'light'])
})

test('a colour is six digits and is kept in small letters', () => {
  expect(Hex.parse('#CFE3FA')).toBe('#cfe3fa')
  for (const wrong of ['red', '#fff', '#12345g', '123456', 'url(x)']) expect(Hex.safeParse(wrong).success).toBe(false)
})
